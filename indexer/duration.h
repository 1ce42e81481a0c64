// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <optional>
#include <string_view>

namespace newsline {

/// `90s`, `10m`, `2h`, `1d`; without a unit: seconds. Nothing for any other word, and for more than a year.
[[nodiscard]] std::optional<std::chrono::seconds> duration_of(std::string_view word);

}  // namespace newsline
