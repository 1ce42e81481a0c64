// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/relevance/peer.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <fstream>
#include <stdexcept>
#include <utility>

#include "tests/support/process.h"
#include "tests/support/temporary_folder.h"

namespace newsline::relevance {
namespace {

constexpr std::chrono::hours kPatience{1};  // minutes where a machine is its own, many where it is full

/// A field of a line: the white space that ends fields and lines becomes a space.
std::string in_line(std::string text) {
  std::replace_if(
      text.begin(), text.end(), [](char c) { return c == '\t' || c == '\n' || c == '\r'; }, ' ');
  return text;
}

std::string language_of(Archive& archive) {
  const ArchiveStatus status = archive.status();
  for (const FacetCount& language : status.languages) {
    if (2 * language.count > status.articles) return language.value;
  }
  return "mul";
}

Given write_down(const Collection& collection, Archive& archive, const std::string& articles,
                 const std::string& questions) {
  Given given;
  std::ofstream article_lines(articles);
  archive.for_each_article([&](const Article& article) {
    const std::string id = collection.document_of(article.id, article.path);
    article_lines << id << '\t' << in_line(article.title) << '\t' << in_line(article.body) << '\n';
    given.documents.insert(id);
    return true;
  });
  std::ofstream question_lines(questions);
  for (const JudgedQuery& query : collection.queries()) {
    question_lines << query.id << '\t' << in_line(query.text) << '\n';
    given.questions.insert(query.id);
  }
  if (!article_lines.flush() || !question_lines.flush()) throw std::runtime_error("cannot write " + articles);
  return given;
}

}  // namespace

Answers ask_peer(const Peer& peer, const Collection& collection, Archive& archive) {
  const TemporaryFolder folder;
  const std::string articles = folder / "articles.tsv";
  const std::string questions = folder / "questions.tsv";
  const Given given = write_down(collection, archive, articles, questions);
  Command command;
  command.arguments = {peer.program, language_of(archive), articles, questions};
  command.environment = {{"PATH", "/usr/local/bin:/usr/bin:/bin"}};
  command.deadline = kPatience;
  const Outcome outcome = newsline::run(command);
  if (outcome.is_late) throw std::runtime_error(fmt::format("{} took over an hour", peer.name));
  if (outcome.exit_code != 0) {
    throw std::runtime_error(
        fmt::format("{} ({}) ended with {}: {}", peer.name, peer.program, outcome.exit_code, outcome.errors));
  }
  return read_answers(outcome.output, peer.name, given);
}

}  // namespace newsline::relevance
