// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/files/sorted_records.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include "common/error.h"
#include "tests/index/caught.h"
#include "tests/index/seed.h"
#include "tests/support/temporary_folder.h"

using namespace newsline;

namespace {

constexpr std::size_t kLittle = 2000;
constexpr std::size_t kMuch = 1u << 20;

std::vector<std::string> all_of(const SortedRecords& records) {
  std::vector<std::string> all;
  RecordCursor cursor = records.records();
  while (cursor.next()) all.emplace_back(cursor.record());
  return all;
}

/// Few different bytes, so that many records begin alike; some empty, some longer than what a reader reads.
std::vector<std::string> some_records(std::mt19937& random) {
  const auto below = [&](int limit) { return std::uniform_int_distribution<int>(0, limit - 1)(random); };
  std::vector<std::string> some(static_cast<std::size_t>(below(800)));
  for (std::string& record : some) {
    record.resize(static_cast<std::size_t>(below(300) == 0 ? 70'000 : below(24)));
    for (char& byte : record) byte = "\0a\xff"[below(3)];
  }
  return some;
}

/// The first that begins so.
std::optional<std::string> first_of(const std::vector<std::string>& sorted, const std::string& start) {
  const auto found = std::ranges::lower_bound(sorted, start);
  if (found == sorted.end() || !found->starts_with(start)) return std::nullopt;
  return *found;
}

}  // namespace

TEST_SUITE("unit") {
  TEST_CASE("records that were sorted on the disk are read often and leave no file") {
    const TemporaryFolder folder;
    SortedRecords records({folder.path(), kLittle});
    for (int number = 9999; number >= 1000; --number) records.add(std::to_string(number));
    records.sort();
    CHECK(records.count() == 9000);
    for (int round = 0; round < 2; ++round) {
      const std::vector<std::string> all = all_of(records);
      REQUIRE(all.size() == 9000);
      CHECK(all.front() == "1000");
      CHECK(all.back() == "9999");
      CHECK(std::ranges::is_sorted(all));
    }
    CHECK(std::filesystem::is_empty(folder.path()));
  }

  TEST_CASE("two cursors do not disturb each other") {
    const TemporaryFolder folder;
    SortedRecords records({folder.path(), kLittle});
    for (int number = 1000; number < 3000; ++number) records.add(std::to_string(number));
    records.sort();
    RecordCursor first = records.records();
    REQUIRE(first.next());
    RecordCursor second = records.records();
    while (second.next()) REQUIRE(records.find(second.record()));
    CHECK(first.record() == "1000");
    REQUIRE(first.next());
    CHECK(first.record() == "1001");
  }

  TEST_CASE("an empty list has nothing") {
    SortedRecords records({"/nonexistent", kLittle});
    records.sort();
    CHECK(all_of(records).empty());
    CHECK_FALSE(records.find(""));
    CHECK_FALSE(records.find("a"));
  }

  TEST_CASE("a folder that does not take a file is an error as soon as one is needed") {
    SortedRecords records({"/nonexistent", kLittle});
    CHECK(caught([&] {
            for (int number = 0; number < 1000; ++number) records.add(std::to_string(number));
          }) == ErrorKind::cannot_write);
  }
}

TEST_SUITE("property") {
  TEST_CASE("records are in order and found wherever they lie") {
    const unsigned from = test_seed();
    CAPTURE(from);
    std::mt19937 random(from);
    const TemporaryFolder folder;
    for (int round = 0; round < 60; ++round) {
      CAPTURE(round);
      SortedRecords records({folder.path(), round % 2 == 0 ? kLittle : kMuch});
      std::vector<std::string> expected = some_records(random);
      for (const std::string& record : expected) records.add(record);
      records.sort();
      std::ranges::sort(expected);
      REQUIRE(all_of(records) == expected);
      for (const std::string& start : some_records(random))
        REQUIRE(records.find(start) == first_of(expected, start));
      for (const std::string& start : expected) REQUIRE(records.find(start) == start);
    }
  }
}
