// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "common/article/article.h"
#include "common/search/query/tree.h"
#include "common/text/tokenizer.h"

namespace newsline::oracle {

/// Makes articles and questions that meet often: few words, names and days, many ways to write them.
class RandomWorld {
 public:
  explicit RandomWorld(std::uint64_t seed);

  [[nodiscard]] std::size_t below(std::size_t bound);
  [[nodiscard]] bool one_in(std::size_t times) { return below(times) == 0; }

  /// An article whose id ends in this number.
  [[nodiscard]] Article article(std::size_t number);

  /// A question about such articles, nested at most so deep. What it asks stands in them rather often: part
  /// of the phrases are taken from the texts given.
  [[nodiscard]] QueryNode query(const std::vector<Article>& articles, std::size_t depth);

 private:
  template <typename Pool>
  [[nodiscard]] std::string pick(const Pool& pool) {
    return std::string(pool[below(pool.size())]);
  }

  /// Several of a pool that fold to different names.
  template <typename Pool>
  [[nodiscard]] std::vector<std::string> names(const Pool& pool, std::size_t most);

  [[nodiscard]] std::string text(std::size_t most_words);
  [[nodiscard]] std::string word();
  [[nodiscard]] std::string form();
  [[nodiscard]] std::vector<std::string> phrase(const std::vector<Article>& articles);
  [[nodiscard]] std::vector<QueryNode> parts(const std::vector<Article>& articles, std::size_t depth);

  QueryNode leaf(const std::vector<Article>& articles);
  Words words(const std::vector<Article>& articles);
  Prefix prefix();
  Near near(const std::vector<Article>& articles);
  Named named(const std::vector<Article>& articles);
  DayRange days();
  ReadsRange reads();
  WordField field() { return one_in(4) ? WordField::title : WordField::text; }

  std::mt19937_64 engine_;
  Tokenizer tokenizer_;
};

}  // namespace newsline::oracle
