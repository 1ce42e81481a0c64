// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as a page: a sound article or a rejection, soon.
#include <string_view>

#include "common/article/page/reader.h"
#include "tests/article/soundness.h"
#include "tests/fuzz/target.h"
#include "tests/support/cpu_limit.h"

namespace {

/// Far above what 64 KiB cost.
constexpr double kMaxSeconds = 2;

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string_view page{reinterpret_cast<const char*>(bytes), size};
  const newsline::test::CpuLimit limit(kMaxSeconds);
  const auto reading = newsline::read_page(page, {"/news/page.txt", "agency"});
  newsline::fuzz::hold(limit.holds(), "a page is read soon");
  const std::string broken = newsline::test::broken_promise(reading);
  newsline::fuzz::hold(broken.empty(), broken.c_str());
  return 0;
}
