// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

namespace newsline::test {

/// How many of so many worlds, texts or letters a long test tries: all, and a quarter under the sanitizers,
/// which make it many times as long and look for other faults than wrong answers.
constexpr std::size_t effort(std::size_t worlds) {
#ifdef NEWSLINE_SANITIZED
  return (worlds + 3) / 4;
#else
  return worlds;
#endif
}

}  // namespace newsline::test
