// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>
#include <utility>

namespace newsline {

/// How the letters at the start of a name in a to z sound (see readings.h), and how many of them do: `sch` is
/// S, `c` before `e` is s. Readings that differ are separated by `|`. `letters` is not empty.
[[nodiscard]] std::pair<std::string_view, std::size_t> latin_sound(std::string_view letters);

}  // namespace newsline
