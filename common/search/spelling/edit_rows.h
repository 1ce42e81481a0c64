// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace newsline {

/// How many edits a word of so many code points may be away from what was meant: none below three, one below
/// six, else two.
[[nodiscard]] std::size_t most_edits(std::size_t letters);

/// Edit distances from one word to many: letters left out, put in, changed, or two neighbours swapped (each
/// place at most once: "optimal string alignment"; Damerau 1964). Words that begin alike share the work, so
/// that a sorted list costs little. Time: letters of the word times letters that are new.
class EditRows {
 public:
  /// Distances beyond `most` are not told apart.
  EditRows(std::u32string word, std::size_t most);

  /// Makes `letters` the word that is compared. Returns how many of its letters tell that it, and any other
  /// word that begins with them, is too far away; 0 if it may be near.
  std::size_t compare(std::u32string_view letters);

  /// The distance of the compared word, for which compare() gave 0.
  [[nodiscard]] std::size_t distance() const { return rows_[compared_.size()].back(); }

 private:
  using Row = std::vector<std::size_t>;

  void add_row(std::size_t letters);
  [[nodiscard]] bool is_dead(std::size_t letters) const;

  std::u32string word_;
  std::size_t most_;
  std::u32string compared_;  ///< as far as there are rows
  std::vector<Row> rows_;    ///< rows_[i][j]: from the first i letters there to the first j here
  std::vector<std::size_t> least_;
};

}  // namespace newsline
