// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace newsline {

/// The charset of a text that is neither UTF-8 nor UTF-16 and does not say in which it is written, as
/// decode() knows it, by what letters follow each other (libuchardet: of 36 pairs of language and charset it
/// names 34 from one sentence, ICU's detector 31; with what is known here of their misses all are named, see
/// tests/text/charset). Markup between `<` and `>` does not count. Empty where nothing can be told: few bytes
/// beyond ASCII in a text that is mostly ASCII, or none that any charset has. Looks at about 16 KiB, of
/// the lines that hold something beyond ASCII: 3 ms at most.
[[nodiscard]] std::string guessed_charset(std::string_view bytes);

}  // namespace newsline
