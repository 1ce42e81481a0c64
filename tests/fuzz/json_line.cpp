// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as a line of JSON Lines: a sound article or a rejection with its line, soon.
#include <string_view>

#include "common/article/json/lines_reader.h"
#include "tests/article/soundness.h"
#include "tests/fuzz/target.h"
#include "tests/support/cpu_limit.h"

namespace {

/// Far above what 64 KiB cost.
constexpr double kMaxSeconds = 2;

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  using newsline::Rejection;
  const std::string_view line{reinterpret_cast<const char*>(bytes), size};
  const newsline::test::CpuLimit limit(kMaxSeconds);
  const auto reading = newsline::read_json_line(line, 7, {"/news/agency.jsonl", "agency"});
  newsline::fuzz::hold(limit.holds(), "a line is read soon");
  const std::string broken = newsline::test::broken_promise(reading);
  newsline::fuzz::hold(broken.empty(), broken.c_str());
  const auto* const rejection = std::get_if<Rejection>(&reading);
  newsline::fuzz::hold(rejection == nullptr || rejection->line == 7, "a rejection says the line");
  return 0;
}
