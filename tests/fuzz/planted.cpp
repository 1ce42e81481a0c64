// SPDX-License-Identifier: GPL-3.0-or-later
// A law that some mutation of the seeds of `query` breaks: proves that a replay can fail.
#include <string_view>

#include "tests/fuzz/target.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string_view input{reinterpret_cast<const char*>(bytes), size};
  newsline::fuzz::hold(input.find("suspensionsuspension") == std::string_view::npos, "planted");
  return 0;
}
