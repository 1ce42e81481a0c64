// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/search/spelling/edit_rows.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace newsline {

std::size_t most_edits(std::size_t letters) {
  if (letters < 3) return 0;
  return letters < 6 ? 1 : 2;
}

EditRows::EditRows(std::u32string word, std::size_t most) : word_(std::move(word)), most_(most) {
  Row first(word_.size() + 1);
  std::iota(first.begin(), first.end(), std::size_t{0});
  rows_.push_back(std::move(first));
  least_.push_back(0);
}

std::size_t EditRows::compare(std::u32string_view letters) {
  const auto differ = std::mismatch(compared_.begin(), compared_.end(), letters.begin(), letters.end());
  compared_.resize(static_cast<std::size_t>(differ.first - compared_.begin()));
  for (std::size_t count = 1; count <= letters.size(); ++count) {
    if (count > compared_.size()) {
      compared_ += letters[count - 1];
      add_row(count);
    }
    if (is_dead(count)) {
      compared_.resize(count);
      return count;
    }
  }
  return distance() > most_ ? letters.size() + 1 : 0;
}

void EditRows::add_row(std::size_t letters) {
  if (rows_.size() <= letters) {
    rows_.emplace_back(word_.size() + 1);
    least_.push_back(0);
  }
  Row& row = rows_[letters];
  const Row& above = rows_[letters - 1];
  const char32_t here = compared_[letters - 1];
  row[0] = letters;
  std::size_t least = letters;
  for (std::size_t j = 1; j <= word_.size(); ++j) {
    const std::size_t change = above[j - 1] + (word_[j - 1] == here ? 0 : 1);
    row[j] = std::min({above[j] + 1, row[j - 1] + 1, change});
    const bool swapped =
        letters > 1 && j > 1 && word_[j - 2] == here && word_[j - 1] == compared_[letters - 2];
    if (swapped) row[j] = std::min(row[j], rows_[letters - 2][j - 2] + 1);
    least = std::min(least, row[j]);
  }
  least_[letters] = least;
}

/// A swap reaches over one row.
bool EditRows::is_dead(std::size_t letters) const {
  return least_[letters] > most_ && least_[letters - 1] + 1 > most_;
}

}  // namespace newsline
