// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/build/memory_shares.h"

#include <doctest/doctest.h>

namespace newsline {
namespace {

constexpr std::size_t kMiB = 1u << 20;

TEST_SUITE("unit") {
  TEST_CASE("more memory is never less of anything and more workers have smaller batches") {
    MemoryShares former = memory_shares(kLeastMemoryBytes, 4);
    for (std::size_t mebibytes = 100; mebibytes < 2000; mebibytes += 7) {
      const MemoryShares shares = memory_shares(mebibytes * kMiB, 4);
      CHECK(shares.workers * shares.build_bytes >= former.workers * former.build_bytes);
      CHECK(shares.workers >= former.workers);
      CHECK(shares.update_bytes >= former.update_bytes);
      CHECK(shares.update_postings >= former.update_postings);
      CHECK(shares.list_bytes >= former.list_bytes);
      CHECK(memory_shares(mebibytes * kMiB, 8).build_bytes <= shares.build_bytes);
      former = shares;
    }
  }

  TEST_CASE("batches are neither so small nor so large that it costs") {
    CHECK(memory_shares(kLeastMemoryBytes, 256).build_bytes >= 256u << 10);
    CHECK(memory_shares(1000 * kMiB, 1).build_bytes == 4 * kMiB);
    CHECK(memory_shares(0, 0).build_bytes == memory_shares(kLeastMemoryBytes, 1).build_bytes);
  }

  TEST_CASE("what is kept of many articles leaves less for batches") {
    const auto batches_of = [](std::uint64_t articles) {
      const MemoryShares shares = memory_shares(kUsualMemoryBytes, 16, articles);
      return shares.workers * shares.build_bytes;
    };
    CHECK(batches_of(5'000'000) < batches_of(1000));
    CHECK(batches_of(10'000'000) < batches_of(5'000'000));
    const MemoryShares least = memory_shares(kLeastMemoryBytes, 16);
    CHECK(batches_of(1'000'000'000) == least.workers * least.build_bytes);
  }

  TEST_CASE("there are as many workers as were asked for or fit into the memory") {
    CHECK(memory_shares(kUsualMemoryBytes, 0).workers == 1);
    CHECK(memory_shares(kUsualMemoryBytes, 16).workers == 16);
    CHECK(memory_shares(kLeastMemoryBytes, 16).workers == 2);
    CHECK(memory_shares(kUsualMemoryBytes, 2).build_bytes == 4 * kMiB);
  }
}

}  // namespace
}  // namespace newsline
