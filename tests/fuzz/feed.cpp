// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as a feed, of XML and of JSON: articles that keep the promises of article.h, or rejections, soon.
#include <string>
#include <string_view>
#include <vector>

#include "common/article/feed/json_feed.h"
#include "common/article/feed/reader.h"
#include "tests/article/soundness.h"
#include "tests/fuzz/target.h"
#include "tests/support/cpu_limit.h"

namespace {

using namespace newsline;
using newsline::fuzz::hold;

/// Far above what a few KiB cost.
constexpr double kMaxSeconds = 1;

const ReadContext kContext{"/news/feed", "feed"};

void check(const std::vector<Reading>& readings, std::size_t bytes) {
  hold(readings.size() <= bytes, "an article takes room");
  for (const Reading& reading : readings) {
    const std::string promise = test::broken_promise(reading);
    hold(promise.empty(), promise.c_str());
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string_view file{reinterpret_cast<const char*>(bytes), size};
  const newsline::test::CpuLimit limit(kMaxSeconds);
  check(read_feed(file, kContext), size);
  check(read_json_feed(file, kContext), size + 1);
  hold(limit.holds(), "a file is read soon");
  return 0;
}
