// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/ledger/file_entry.h"

#include <doctest/doctest.h>

#include <cstdint>
#include <limits>
#include <random>
#include <string>

#include "tests/index/seed.h"

using namespace newsline;

namespace {

FileEntry some_entry() {
  FileEntry entry;
  entry.file = {"/srv/caf\xe9\n.jsonl", 300, -1, std::numeric_limits<std::uint64_t>::max(),
                1710000000123456789};
  entry.source = "/srv";
  entry.hash = "00ff";
  entry.read_ns = std::numeric_limits<std::int64_t>::min();
  entry.articles = 127;
  entry.rejections = 128;
  entry.kept_rejections = {{entry.file.path, 7, "no title"}, {entry.file.path, 0, ""}};
  entry.complete = true;
  return entry;
}

}  // namespace

TEST_SUITE("unit") {
  TEST_CASE("an entry comes back as it was") {
    for (const FileEntry& entry : {some_entry(), FileEntry{{"/x"}, "", "", 0, 0, 0, {}, false}}) {
      CHECK(decode_file_entry(encode(entry)) == entry);
    }
  }

  TEST_CASE("an entry without a path is damaged") { CHECK_FALSE(decode_file_entry(encode(FileEntry{}))); }
}

TEST_SUITE("property") {
  TEST_CASE("any bytes are an entry that comes back or none") {
    const unsigned from = test_seed();
    CAPTURE(from);
    std::mt19937 random(from);
    const std::string whole = encode(some_entry());
    for (int round = 0; round < 20000; ++round) {
      std::string bytes = whole.substr(0, 1 + random() % whole.size());
      for (auto flips = random() % 3; flips > 0; --flips)
        bytes[random() % bytes.size()] = static_cast<char>(random());
      const auto entry = decode_file_entry(bytes);
      if (entry) REQUIRE(decode_file_entry(encode(*entry)) == entry);
    }
  }
}
