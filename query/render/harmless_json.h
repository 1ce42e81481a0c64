// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace newsline {

/// JSON, valid UTF-8, with every character that could drive a terminal or turn its text around (all that
/// printable() leaves out) as `\uXXXX`: it means the same, and shows it. Costs one look where there is none.
[[nodiscard]] std::string harmless_json(std::string json);

}  // namespace newsline
