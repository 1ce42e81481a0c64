// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace newsline {

/// By a byte: whether it may be the first of white space.
inline constexpr std::array<bool, 256> kMayBeWhiteSpace = [] {
  std::array<bool, 256> bytes{};
  for (const std::size_t first : {0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x20, 0xC2, 0xE1, 0xE2, 0xE3, 0xEF})
    bytes[first] = true;
  return bytes;
}();

[[nodiscard]] constexpr bool may_be_white_space(char byte) {
  return kMayBeWhiteSpace[static_cast<unsigned char>(byte)];
}

/// What white_space_at() asks behind a first byte that is not ASCII.
[[nodiscard]] std::size_t long_white_space_at(std::string_view text, std::size_t offset);

/// Length in bytes of the white space that starts at `offset` in UTF-8, 0 if there is none: Unicode's
/// White_Space, no-break spaces included, and what takes no room and joins no script (U+200B, U+200E, U+200F,
/// U+2060, U+FEFF), which scraped pages carry at the ends of lines.
[[nodiscard]] inline std::size_t white_space_at(std::string_view text, std::size_t offset) {
  if (offset >= text.size() || !may_be_white_space(text[offset])) return 0;
  return static_cast<unsigned char>(text[offset]) < 0x80 ? 1 : long_white_space_at(text, offset);
}

/// Whether two texts are the same on one line (one_line()).
[[nodiscard]] bool is_same_line(std::string_view left, std::string_view right);

/// `text` without the white space at its start, at its end, or at both.
[[nodiscard]] std::string_view trim_start(std::string_view text);
[[nodiscard]] std::string_view trim_end(std::string_view text);
[[nodiscard]] std::string_view trim(std::string_view text);

/// `text` on one line: runs of white space become one blank, ends trimmed.
[[nodiscard]] std::string one_line(std::string_view text);

}  // namespace newsline
