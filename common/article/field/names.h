// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>
#include <vector>

namespace newsline {

/// The names in a list that people wrote, separated by commas or semicolons of any script.
[[nodiscard]] std::vector<std::string_view> separated_names(std::string_view list);

/// A tag without the `#` or `＃` before it.
[[nodiscard]] std::string_view without_hash(std::string_view tag);

}  // namespace newsline
