// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

/// What each fuzz target defines: tries one input, and does not return when a law is broken. Gives 0.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size);

namespace newsline::fuzz {

/// Ends the program, with the law in words, when it is broken.
inline void hold(bool law, const char* words) {
  if (law) return;
  std::fprintf(stderr, "broken law: %s\n", words);
  std::abort();
}

}  // namespace newsline::fuzz
