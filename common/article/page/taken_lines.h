// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/article/read_observer.h"

namespace newsline {

/// A line of a page, without the white space around it.
struct PageLine {
  std::string_view text;        ///< of a line that was taken in part, the part that stays
  std::string_view whole;       ///< as it stands in the page
  std::string_view taken_as{};  ///< what it was taken out of the text as; empty: it stays

  [[nodiscard]] bool is_taken() const { return !taken_as.empty(); }
  [[nodiscard]] bool is_text() const { return !is_taken() && !text.empty(); }
};

[[nodiscard]] std::vector<PageLine> lines_of_page(std::string_view page);

/// What was not taken: its lines as they stand, and one blank line where there were any.
[[nodiscard]] std::string text_of_lines(const std::vector<PageLine>& lines);

/// Tells what became of lines, the first of which is line `first` of the page.
void tell_lines(const std::vector<PageLine>& lines, std::uint64_t first, ReadObserver& observer);

}  // namespace newsline
