// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/oracle/model.h"

#include <algorithm>
#include <map>
#include <span>
#include <string_view>
#include <utility>

#include "common/text/fold.h"

namespace newsline::oracle {
namespace {

using Run = std::vector<std::string>;

Run words_of(std::string_view text, Tokenizer& tokenizer) {
  Run words;
  for (const Token& token : tokenizer.tokens(text)) words.emplace_back(token.form);
  return words;
}

bool begins_with(const Run& run, const Run& start) {
  return start.size() <= run.size() && std::equal(start.begin(), start.end(), run.begin());
}

/// Whether these forms stand side by side somewhere.
bool has_phrase(const Run& run, const std::vector<std::string>& forms) {
  return std::search(run.begin(), run.end(), forms.begin(), forms.end()) != run.end();
}

/// Whether all forms stand within some stretch that has `distance` - 1 words besides them at most.
bool has_near(const Run& run, const std::vector<Words>& parts, std::uint32_t distance) {
  std::map<std::string, std::ptrdiff_t> wanted;
  for (const Words& part : parts) ++wanted[part.forms.front()];
  const std::size_t length = parts.size() + distance - 1;
  for (std::size_t start = 0; start < run.size(); ++start) {
    const std::span stretch = std::span(run).subspan(start, std::min(length, run.size() - start));
    const bool has_all = std::all_of(wanted.begin(), wanted.end(), [&](const auto& word) {
      return std::count(stretch.begin(), stretch.end(), word.first) >= word.second;
    });
    if (has_all) return true;
  }
  return false;
}

bool has_name(const std::vector<std::string>& names, const std::string& folded) {
  return std::any_of(names.begin(), names.end(),
                     [&](const std::string& name) { return fold(name) == folded; });
}

struct Matcher {
  const Reading& reading;
  bool relaxed;

  template <typename Test>
  [[nodiscard]] bool somewhere(WordField field, Test test) const {
    if (field == WordField::title) return test(reading.title);
    return std::any_of(reading.runs.begin(), reading.runs.end(), test);
  }

  bool operator()(const Words& words) const {
    return somewhere(words.field, [&](const Run& run) { return has_phrase(run, words.forms); });
  }

  bool operator()(const Prefix& prefix) const {
    return somewhere(prefix.field, [&](const Run& run) {
      return std::any_of(run.begin(), run.end(),
                         [&](const std::string& word) { return word.starts_with(prefix.stem); });
    });
  }

  bool operator()(const Near& near) const {
    return somewhere(near.parts.front().field,
                     [&](const Run& run) { return has_near(run, near.parts, near.distance); });
  }

  bool operator()(const Named& named) const {
    const Article& article = reading.article;
    switch (named.field) {
      case NameField::tag:
        return has_name(article.tags, named.name);
      case NameField::author:
        return has_name(article.authors, named.name);
      case NameField::source:
        return has_name({article.source}, named.name);
      case NameField::section:
        return has_name({article.section}, named.name);
      case NameField::language:  // `hy` also stands for `hy-am`
        return article.language == named.name || article.language.starts_with(named.name + "-");
      case NameField::id:
        return article.id == named.name;
    }
    return false;
  }

  bool operator()(const DayRange& range) const {
    if (!reading.article.published) return false;
    const auto day = reading.article.published->day;
    return (!range.first || *range.first <= day) && (!range.last || day <= *range.last);
  }

  bool operator()(const ReadsRange& range) const {
    if (!reading.article.reads) return false;
    const std::uint64_t reads = *reading.article.reads;
    return range.least.value_or(0) <= reads && reads <= range.most.value_or(UINT64_MAX);
  }

  bool operator()(const Everything& /*all*/) const { return true; }

  bool operator()(const AllOf& all) const {
    std::size_t words = 0;
    std::size_t found = 0;
    for (const QueryNode& part : all.parts) {
      const bool holds = matches(part, reading, relaxed);
      if (relaxed && is_text(part)) {
        ++words;
        found += holds ? 1 : 0;
      } else if (!holds) {
        return false;
      }
    }
    return words == 0 || found > 0;
  }

  bool operator()(const AnyOf& any) const {
    return std::any_of(any.parts.begin(), any.parts.end(),
                       [&](const QueryNode& part) { return matches(part, reading, relaxed); });
  }

  bool operator()(const NoneOf& none) const {
    return std::none_of(none.parts.begin(), none.parts.end(),
                        [&](const QueryNode& part) { return matches(part, reading, false); });
  }

  static bool is_text(const QueryNode& node) {
    return std::holds_alternative<Words>(node.meaning) || std::holds_alternative<Prefix>(node.meaning) ||
           std::holds_alternative<Near>(node.meaning);
  }
};

}  // namespace

Reading::Reading(Article read, Tokenizer& tokenizer)
    : article(std::move(read)), title(words_of(article.title, tokenizer)) {
  const Run summary = words_of(article.summary, tokenizer);
  Run body = words_of(article.body, tokenizer);
  runs.push_back(title);
  if (!begins_with(body, summary)) runs.push_back(summary);
  runs.push_back(std::move(body));
}

bool matches(const QueryNode& query, const Reading& reading, bool relaxed) {
  return std::visit(Matcher{reading, relaxed}, query.meaning);
}

Model::Model(std::vector<Article> articles) {
  Tokenizer tokenizer;
  readings_.reserve(articles.size());
  for (Article& article : articles) readings_.emplace_back(std::move(article), tokenizer);
}

Matches Model::answer(const QueryNode& query, bool relaxed) const {
  Matches found;
  for (const Reading& reading : readings_) {
    if (matches(query, reading, relaxed)) found.push_back(&reading);
  }
  return found;
}

std::vector<std::string> ids(const Matches& matches) {
  std::vector<std::string> all;
  for (const Reading* reading : matches) all.push_back(reading->article.id);
  return all;
}

}  // namespace newsline::oracle
