// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "common/article/article.h"
#include "common/search/page.h"
#include "common/search/query/tree.h"
#include "common/text/tokenizer.h"

/// Search and counting by looking at every article, written from the promises of tree.h and page.h alone. It
/// shares the tokenizer and fold() with the index, and nothing else.
namespace newsline::oracle {

/// An article and its words.
struct Reading {
  Article article;
  std::vector<std::string> title;
  std::vector<std::vector<std::string>> runs;  ///< title, summary, body: no phrase runs across

  Reading(Article read, Tokenizer& tokenizer);
};

/// Whether this article is an answer. Relaxed: of the words, phrases, prefixes and NEARs that one AllOf
/// requires, one is enough; what is excluded is excluded all the same.
[[nodiscard]] bool matches(const QueryNode& query, const Reading& reading, bool relaxed = false);

/// Readings of articles that are answers.
using Matches = std::vector<const Reading*>;

/// What Facet promises, over these articles.
[[nodiscard]] Facet counted(const Matches& matches, const FacetRequest& request);

/// In order; not for relevance, which gives them back as they are.
[[nodiscard]] Matches sorted(Matches matches, SortOrder order);

/// A handful of articles that can be asked.
class Model {
 public:
  explicit Model(std::vector<Article> articles);

  [[nodiscard]] const std::vector<Reading>& readings() const { return readings_; }

  /// The articles that are answers, as the articles were given.
  [[nodiscard]] Matches answer(const QueryNode& query, bool relaxed = false) const;

 private:
  std::vector<Reading> readings_;
};

/// Of each match.
[[nodiscard]] std::vector<std::string> ids(const Matches& matches);

}  // namespace newsline::oracle
