// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>
#include <variant>
#include <vector>

#include "common/error.h"
#include "common/search/archive.h"
#include "common/search/query/parse_query.h"

/// Asks the questions of tests/bench/corpora.py of an archive, as a program would that keeps it open, and
/// prints of each its kind, milliseconds and how many articles match.
namespace newsline {
namespace {

struct Question {
  std::string kind;
  std::string text;
};

std::vector<std::string> fields_of(const std::string& line) {
  std::vector<std::string> fields(1);
  for (const char c : line) {
    if (c == '\t') {
      fields.emplace_back();
    } else {
      fields.back() += c;
    }
  }
  fields.resize(4);
  return fields;
}

/// Asked as people do, with all that newsline-query does for them: other forms, names, stories.
bool is_as_typed(const std::string& kind) { return kind == "families"; }

/// A question in the language of SYNTAX.md. Words of the other kinds are asked for as they are written, as
/// the peers do.
std::string question_text(const std::string& kind, const std::string& words, const std::string& tag,
                          const std::string& month) {
  std::string text;
  if (kind == "prefix") {
    text = words + '*';
  } else if (kind == "phrase") {
    text = '"' + words + '"';
  } else {
    std::istringstream each(words);
    for (std::string word; each >> word;) text += (is_as_typed(kind) ? "" : "=") + word + ' ';
  }
  if (!tag.empty()) text += " tag:\"" + tag + '"';
  if (!month.empty()) text += " date:" + month;
  return text.empty() ? "*" : text;
}

std::vector<Question> questions_in(const std::string& path) {
  std::vector<Question> questions;
  std::ifstream lines(path);
  for (std::string line; std::getline(lines, line);) {
    const auto fields = fields_of(line);
    questions.push_back({fields[0], question_text(fields[0], fields[1], fields[2], fields[3])});
  }
  return questions;
}

Request request_of(const Question& question) {
  auto parsed = parse_query(question.text, {});
  if (const auto* mistake = std::get_if<Mistake>(&parsed))
    throw Error(ErrorKind::usage, question.text + ": " + mistake->message);
  Request request;
  request.query = std::get<QueryNode>(std::move(parsed));
  request.relax = is_as_typed(question.kind);
  request.fold = request.relax;
  request.snippets = false;
  if (question.kind.starts_with("newest")) request.sort = SortOrder::newest;
  if (question.kind.starts_with("facet")) request.facets.push_back({FacetField::tag, 10});
  return request;
}

void ask(const std::string& index, const std::vector<Question>& questions, int rounds) {
  Archive archive(index);
  for (int round = 0; round <= rounds; ++round) {  // the first warms the caches up and is not told
    for (const Question& question : questions) {
      const auto start = std::chrono::steady_clock::now();
      const Page page = archive.search(request_of(question));
      const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - start;
      if (round > 0) fmt::print("{}\t{:.4f}\t{}\n", question.kind, took.count(), page.total);
    }
  }
}

}  // namespace
}  // namespace newsline

int main(int argc, char** argv) {
  if (argc != 4) {
    fmt::print(stderr, "usage: newsline-bench INDEX QUESTIONS ROUNDS\n");
    return 2;
  }
  try {
    newsline::ask(argv[1], newsline::questions_in(argv[2]), std::atoi(argv[3]));
  } catch (const newsline::Error& error) {
    fmt::print(stderr, "newsline-bench: {}\n", error.what());
    return 1;
  }
  return 0;
}
