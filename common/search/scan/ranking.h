// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <array>
#include <cstdint>
#include <vector>

#include "common/index/glass/posting_list.h"

/// What a word in an article weighs: Robertson and Zaragoza, The Probabilistic Relevance Framework: BM25 and
/// Beyond (2009), with the values that were best over all judged collections (RELEVANCE.md). For the files of
/// common/search only: this header mentions Xapian.
namespace newsline {

/// What the length of articles does to the weights of their words. Articles are asked for in ascending order:
/// the list of lengths is gone through once. One thread.
class Lengths {
 public:
  explicit Lengths(const Snapshot& database);

  /// What stands beside the number of a word's occurrences in the denominator of its weight: k1 (1 - b + b
  /// length / average).
  [[nodiscard]] double part_of(Xapian::docid document);

  /// No part_of() is less.
  [[nodiscard]] double least() const { return least_; }

 private:
  [[nodiscard]] double part(double length) const;

  PostingList list_;
  double of_average_;  ///< 1 / the average length
  double least_;
  Xapian::docid document_ = 0;
  double part_ = 0;
};

/// What a word weighs by how often an article has it.
class WordWeight {
 public:
  /// A word that `frequency` articles of `all` have.
  WordWeight(Xapian::doccount frequency, Xapian::doccount all, double factor, const Lengths& lengths);

  [[nodiscard]] double of(Xapian::termcount occurrences, double length_part) const {
    const double count = occurrences;
    return weight_ * (count / (length_part + count));
  }

  /// No less than of() in any article.
  [[nodiscard]] double bound(Xapian::termcount occurrences) const {
    return occurrences < bounds_.size() ? bounds_[occurrences] : weight_;
  }

  [[nodiscard]] double most() const { return weight_; }

 private:
  double weight_;  ///< beyond all that it can weigh
  std::array<double, 64> bounds_{};
};

/// How many documents have one of these words, if they are spread independently.
[[nodiscard]] Xapian::doccount expected_union(const std::vector<Xapian::doccount>& frequencies,
                                              Xapian::doccount all);

}  // namespace newsline
