// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as a page of a static site: a sound article, a rejection or a draft, soon.
#include <string>

#include "common/article/markdown/reader.h"
#include "tests/article/soundness.h"
#include "tests/fuzz/target.h"
#include "tests/support/cpu_limit.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  using namespace newsline;
  const test::CpuLimit limit(5);
  const auto reading =
      read_markdown({reinterpret_cast<const char*>(bytes), size}, {"/site/2024-03-12-a.md", "site"});
  if (reading) {
    const std::string broken = test::broken_promise(*reading);
    fuzz::hold(broken.empty(), broken.c_str());
  }
  fuzz::hold(limit.holds(), "a page is read soon");
  return 0;
}
