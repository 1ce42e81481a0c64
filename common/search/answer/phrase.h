// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "common/search/scan/plan.h"

/// Words that must stand together; they weigh what each of them weighs. For the files of common/search only:
/// this header mentions Xapian.
namespace newsline {

/// Articles in which words stand side by side, each of them one of the forms of its place: at least one.
[[nodiscard]] Plan phrase_plan(WordField field, const std::vector<std::vector<std::string>>& places);

/// Articles in which these words, each as often as it is given, stand in any order among `window` words side
/// by side.
[[nodiscard]] Plan near_plan(WordField field, const std::vector<std::string>& forms, std::uint32_t window);

}  // namespace newsline
