// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace newsline {

/// A folded Georgian word without what cases, the plural and postpositions add to it, and without the vowels
/// at its end, which some cases drop: კორეა, კორეამ, კორეის and კორეაში are კორ. For comparing only. At least
/// three letters are left; a word with other letters stays as it is. The endings are those of any grammar,
/// e.g. B. G. Hewitt, Georgian: A Structural Reference Grammar, 1995. Cost: one pass. Threads: any.
[[nodiscard]] std::string georgian_stem(std::string_view word);

}  // namespace newsline
