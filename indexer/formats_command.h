// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace newsline {

/// The formats that are read, a line each: name, endings of names, what is read.
[[nodiscard]] std::string formats_text();

}  // namespace newsline
