// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "common/index/glass/snapshot.h"

/// For the files of common/search only: this header mentions Xapian.
namespace newsline {

/// A term that may be suggested.
struct Candidate {
  std::string term;
  Xapian::doccount articles = 0;
  double merit = 0;  ///< by frequency, and by how many of the newest articles have it
};

/// The newest articles of an index, which say what is talked about now, and those that nobody may see yet.
class NewestArticles {
 public:
  /// About a hundred: whole days, the last first, until there are so many.
  explicit NewestArticles(const Snapshot& database);

  /// In how many of them a term stands.
  [[nodiscard]] std::size_t count(const std::string& term) const;

  /// In how many of those stands a term that nobody may see yet.
  [[nodiscard]] std::size_t count_hidden(const std::string& term) const;
  [[nodiscard]] std::size_t hidden() const { return hidden_.size(); }

 private:
  const Snapshot& database_;
  std::vector<Xapian::docid> hidden_;     ///< ascending
  std::vector<Xapian::docid> documents_;  ///< ascending
};

/// The best of the terms that begin with `start` and are wanted; `limit` at most, the best first. Articles
/// that nobody may see yet do not count.
[[nodiscard]] std::vector<Candidate> best_terms(const std::string& start,
                                                const std::function<bool(std::string_view)>& is_wanted,
                                                std::size_t limit, const NewestArticles& newest,
                                                const Snapshot& database);

/// What so many articles, and so many of the newest ones, are worth.
[[nodiscard]] double merit(double articles, double of_the_newest);

}  // namespace newsline
