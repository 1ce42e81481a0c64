// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>
#include <malloc.h>

#include <algorithm>
#include <cstddef>
#include <string>

#include "tests/index/place.h"

#ifndef NEWSLINE_SANITIZED  // the sanitizers' own allocator does not say what is in use

using namespace newsline;

namespace {

/// Looks after each file how much memory is in use.
class Gauge : public Listener {
 public:
  void progress(const RunReport& /*so_far*/, std::uint64_t /*files*/, const std::string& /*path*/) override {
    const struct mallinfo2 memory = mallinfo2();
    most_bytes = std::max(most_bytes, memory.uordblks + memory.hblkhd);
  }

  std::size_t most_bytes = 0;
};

/// The most that a run takes that reads so many files, all of which it has read before.
std::size_t bytes_to_read(int files) {
  Place place;
  place.request.batch_bytes = 10'000;
  place.request.list_bytes = 10'000;
  for (const std::string body : {"first", "second"}) {
    for (int file = 0; file < files; ++file)
      place.write(fmt::format("a-folder-with-a-long-name/article-{:06}.jsonl", file), line_of(file, body));
    Gauge gauge;
    const RunReport report = update(place.request, gauge);
    REQUIRE(report.files_read == static_cast<std::uint64_t>(files));
    if (body == "second") return gauge.most_bytes;
  }
  return 0;
}

}  // namespace

TEST_SUITE("unit") {
  TEST_CASE("many files take no more memory than few") {
    constexpr int kFew = 500;
    constexpr int kMany = 4000;
    const std::size_t few = bytes_to_read(kFew);
    const std::size_t many = bytes_to_read(kMany);
    // A path alone would take as much as this.
    CHECK(many < few + (kMany - kFew) * std::size_t{100});
  }
}

#endif
