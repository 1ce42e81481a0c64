// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace newsline {

/// Version of the ICU library in use, such as `72.1`: its word rules and dictionaries decide what a word is.
[[nodiscard]] std::string icu_version();

/// Version of Unicode that this ICU knows, such as `15.0`.
[[nodiscard]] std::string unicode_version();

}  // namespace newsline
