// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "common/console/terminal.h"
#include "common/search/page.h"

namespace newsline {

/// How a text becomes lines.
struct LineShape {
  std::string first;                   ///< what stands before the first line, a number or blanks
  std::optional<std::size_t> columns;  ///< at most so wide, what stands before included; nothing: one line
  bool strong = false;                 ///< what is not marked stands out, too, but less
};

/// `text` made safe for a terminal, on lines that end in LF, the marked parts in the accent. Lines are broken
/// at blanks and around wide characters; a longer run is cut between characters. Each but the first begins
/// with as many blanks as `first` has columns. At least ten columns are used for the text. Empty for a text
/// that shows nothing.
[[nodiscard]] std::string lines_of(const MarkedText& text, const LineShape& shape, const Paint& paint);

/// `1487` as `1,487`.
[[nodiscard]] std::string with_thousands(std::uint64_t number);

/// `1 article`, `1,487 articles`, `2 stories`.
[[nodiscard]] std::string counted(std::uint64_t number, std::string_view what);

}  // namespace newsline
