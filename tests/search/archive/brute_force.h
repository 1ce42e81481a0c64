// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "common/article/article.h"
#include "common/search/page.h"
#include "common/text/tokenizer.h"

namespace newsline::test {

/// Answers questions by reading every article from its first word to its last: what an index must agree with.
class BruteForce {
 public:
  explicit BruteForce(const std::vector<Article>& articles);

  /// The articles that match; relaxed: of the texts of an AllOf one is enough.
  [[nodiscard]] std::vector<Article> matches(const QueryNode& query, bool relaxed) const;

 private:
  struct Read {
    Article article;
    std::vector<std::string> title;  ///< forms
    std::vector<std::string> body;
  };
  class Judge;

  std::vector<Read> all_;
};

/// Whether `a` comes before `b`; not for relevance.
[[nodiscard]] bool comes_before(const Article& a, const Article& b, SortOrder order);

/// The facet over these articles, with all of its values.
[[nodiscard]] Facet counted(const std::vector<Article>& articles, FacetField field);

}  // namespace newsline::test
