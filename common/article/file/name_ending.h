// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <initializer_list>
#include <string_view>

namespace newsline {

/// A name without the ending of a compression, where it has one.
[[nodiscard]] std::string_view without_compression(std::string_view name);

/// Whether a name ends in one of these, in any case and before the ending of a compression, and is more than
/// that: `a.json.gz` ends in `.json`.
[[nodiscard]] bool has_ending(std::string_view name, std::initializer_list<std::string_view> endings);

}  // namespace newsline
