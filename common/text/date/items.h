// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/text/span.h"

namespace newsline {

/// A number, a word or a mark in a line that may hold a date.
struct DateItem {
  enum class Kind { number, word, mark };

  Kind kind = Kind::mark;
  bool spaced = false;  ///< white space stands before it (so does the start of the line)
  Span span;
  int digits = 0;      ///< of a number, which may be in any script's decimal digits
  int value = 0;       ///< of a number of up to nine digits, else -1
  char32_t mark = 0;   ///< of a mark
  std::string word{};  ///< of a word, folded
};

/// Takes a line apart. Letters and digits separate from one another (`12th` is two items), and the signs for
/// year, month, day, hour and minute of Chinese, Japanese and Korean behind a number are words of one letter.
/// Invisible characters are passed over.
[[nodiscard]] std::vector<DateItem> date_items(std::string_view line);

/// Whether the line has a number that could be a year: of four digits or more. A cheap first look.
[[nodiscard]] bool may_hold_year(std::string_view line);

}  // namespace newsline
