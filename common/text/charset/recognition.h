// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "common/text/utf8.h"

namespace newsline {

/// The text that bytes from outside hold, safe to keep as mend() makes it, in whatever charset they are. The
/// first that fits decides: a byte order mark; UTF-16 by its NULs; UTF-8, also where a few bytes of it are
/// damaged; the shift sequences of ISO-2022-JP; the charset that is `declared` (as decode() understands
/// labels; empty: none), unless it is UTF-8; what guessed_charset() says; windows-1252, and then the text is
/// `assumed`. Linear. Threads: any. Precondition: at most 256 MiB.
[[nodiscard]] MendedText recognize(std::string_view bytes, std::string_view declared = {});

/// In which charset a text is, and what says so.
struct CharsetFinding {
  enum class By : unsigned char { mark, nuls, bytes, escapes, declaration, letters, nothing };
  std::string label;  ///< as decode() knows it; `utf-16le` and `utf-16be` of UTF-16
  By by = By::bytes;
};

/// What recognize() decides by. Linear.
[[nodiscard]] CharsetFinding find_charset(std::string_view bytes, std::string_view declared = {});

/// Whether bytes are UTF-8, be it with some damage: most of what is beyond ASCII is well-formed, which text
/// of other charsets never is by chance.
[[nodiscard]] bool is_mostly_utf8(std::string_view bytes);

/// The label for recognize() of the lines of a text, of which `start` is the beginning: the charset in which
/// it is written where that is no UTF-8; empty where it is, or where the start does not tell. Line ends are
/// those of ASCII in all these charsets.
[[nodiscard]] std::string charset_of_lines(std::string_view start);

}  // namespace newsline
