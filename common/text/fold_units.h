// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace newsline {

/// Appends, in UTF-8, what fold() makes of UTF-16: the one place where folding is defined (see fold.h).
/// `blanks` says what becomes of white space: names keep single blanks between their words, a form has none.
enum class Blanks { single, none };
void append_folded(std::u16string_view units, Blanks blanks, std::string& out);

/// The unit that stands for `unit` in a folded text, or 0 where that takes a look at its neighbours or is
/// not exactly one unit of the basic plane.
[[nodiscard]] char16_t folded_unit(char16_t unit);

}  // namespace newsline
