// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace newsline {

/// The code points of a text; an ill-formed sequence is U+FFFD.
[[nodiscard]] std::u32string code_points(std::string_view text);

/// The reverse, of code points that are no surrogates.
[[nodiscard]] std::string utf8(std::u32string_view points);

}  // namespace newsline
