// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/article/field/numbers.h"

#include <doctest/doctest.h>

#include <string>

namespace {

using newsline::count_at_start;

struct Row {
  const char* text;
  std::uint64_t value;
  std::size_t bytes;  // 0 where it is no counter
};

constexpr Row kRows[] = {
    {"487", 487, 3},
    {"0", 0, 1},
    {"007", 7, 3},
    {"1,487", 1487, 5},
    {"1.487", 1487, 5},
    {"1'487", 1487, 5},
    {"1’487", 1487, 7},
    {"1 487", 1487, 5},
    {"1\u00A0487", 1487, 6},
    {"1\u202F487", 1487, 7},
    {"1,234,567", 1234567, 9},
    {"1 234 567 times", 1234567, 9},
    {"12.345.678", 12345678, 10},
    {"487 people", 487, 3},
    {"487, then", 487, 3},
    {"487.", 487, 3},
    {"12 34", 12, 2},
    {"1487 12", 1487, 4},
    {"١٬٤٨٧", 1487, 10},
    {"۱۴۸۷", 1487, 8},
    {"१४८७", 1487, 12},
    {"๑,๔๘๗", 1487, 13},
    {"１４８７", 1487, 12},
    {"9999999999999999999", 9999999999999999999u, 19},
    {"10000000000000000000", 0, 0},
    {"1,48", 0, 0},
    {"1.4", 0, 0},
    {"1,4876", 0, 0},
    {"1487,123", 0, 0},
    {"1,234,56", 0, 0},
    {"", 0, 0},
    {"x", 0, 0},
    {" 487", 0, 0},
    {"-487", 0, 0},
    {"½", 0, 0},
};

TEST_SUITE("unit") {
  TEST_CASE("a counter is read with its separators or not at all") {
    for (const Row& row : kRows) {
      INFO(std::string(row.text));
      const auto count = count_at_start(row.text);
      CHECK(count.has_value() == (row.bytes > 0));
      if (!count) continue;
      CHECK(count->value == row.value);
      CHECK(count->bytes == row.bytes);
    }
  }
}

}  // namespace
