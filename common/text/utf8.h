// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace newsline {

/// Text that is safe to keep: valid UTF-8 in which the only control characters are LF and TAB.
struct MendedText {
  std::string text;
  std::size_t replaced = 0;  ///< ill-formed sequences that became U+FFFD
  std::size_t removed = 0;   ///< control characters that were dropped (NUL, ESC, C1, DEL ...)
  bool assumed = false;      ///< nothing told the charset: it was taken for windows-1252 (recognize())

  /// Whether it may differ from what was written.
  [[nodiscard]] bool is_mended() const noexcept { return replaced + removed > 0 || assumed; }
};

/// Makes any bytes safe to keep. CRLF, CR, VT, FF, NEL, U+2028 and U+2029 become LF (not counted), a BOM at
/// the start is dropped (not counted). Idempotent. One U+FFFD stands for each maximal ill-formed subpart
/// (Unicode 15, 3.9, table 3-8). Linear; text that needs nothing is copied once.
[[nodiscard]] MendedText mend(std::string_view bytes);

/// Whether mend() would leave the bytes as they are.
[[nodiscard]] bool needs_no_mending(std::string_view bytes);

[[nodiscard]] bool is_valid_utf8(std::string_view bytes);

/// The largest offset <= `offset` that is the start of a code point of valid UTF-8 (or its end).
[[nodiscard]] std::size_t utf8_floor(std::string_view text, std::size_t offset);

}  // namespace newsline
