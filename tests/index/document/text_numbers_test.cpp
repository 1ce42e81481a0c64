// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/document/text_numbers.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <map>
#include <random>

#include "tests/index/seed.h"

namespace newsline {
namespace {

TEST_SUITE("unit") {
  TEST_CASE("texts have the numbers in whose order they were new however many there are") {
    std::mt19937_64 random(test_seed());
    TextNumbers numbers;
    std::map<std::string, std::uint32_t> expected;
    for (int round = 0; round < 40'000; ++round) {
      const std::string text = fmt::format("{}", random() % 20'000);
      const auto [known, is_new] = expected.try_emplace(text, expected.size());
      const TextNumbers::Place place = numbers.add(text);
      REQUIRE(place.is_new == is_new);
      REQUIRE(place.number == known->second);
    }
    REQUIRE(numbers.size() == expected.size());
    for (const auto& [text, number] : expected) CHECK(numbers.text(number) == text);
  }

  TEST_CASE("a text without bytes and one that begins another are texts of their own") {
    TextNumbers numbers;
    CHECK(numbers.add("").number == 0);
    CHECK(numbers.add("grain").number == 1);
    CHECK(numbers.add("gr").number == 2);
    CHECK(numbers.add(std::string_view("gr\0", 3)).number == 3);
    CHECK_FALSE(numbers.add("").is_new);
    CHECK(numbers.text(0).empty());
    CHECK(numbers.text(3) == std::string_view("gr\0", 3));
  }
}

}  // namespace
}  // namespace newsline
