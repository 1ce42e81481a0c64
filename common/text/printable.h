// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace newsline {

/// `text` made safe for a terminal, a log line or a CSV cell: ill-formed bytes become U+FFFD; control
/// characters (C0 but LF and TAB, DEL, C1), bidirectional embeddings, overrides and isolates (U+202A to
/// U+202E, U+2066 to U+2069, U+200E, U+200F, U+061C), and zero-width characters that join no script (U+200B,
/// U+2060, U+FEFF) are left out. Idempotent. ZWJ and ZWNJ stay: scripts need them.
[[nodiscard]] std::string printable(std::string_view text);

/// printable(), and on one line: runs of white space become one blank, ends trimmed.
[[nodiscard]] std::string printable_line(std::string_view text);

/// Columns that `text` takes on a terminal: 2 for wide and full-width characters, 0 for combining marks.
[[nodiscard]] std::size_t display_width(std::string_view text);

}  // namespace newsline
