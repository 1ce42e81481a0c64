// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdlib>

namespace newsline {

/// Where a property test begins: NEWSLINE_SEED, else always the same.
inline unsigned test_seed() {
  const char* given = std::getenv("NEWSLINE_SEED");
  return given == nullptr ? 20240312 : static_cast<unsigned>(std::strtoul(given, nullptr, 10));
}

}  // namespace newsline
