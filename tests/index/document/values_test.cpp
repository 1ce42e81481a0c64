// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/document/values.h"

#include <doctest/doctest.h>

#include <limits>
#include <random>
#include <string>
#include <tuple>
#include <vector>

#include "tests/index/seed.h"

using namespace newsline;

namespace {

using Random = std::mt19937_64;

std::uint64_t some_number(Random& random) { return random() >> (random() % 64); }

std::string some_text(Random& random) {
  std::string text;
  for (auto left = random() % 6; left > 0; --left) text += static_cast<char>('a' + random() % 3);
  return text;
}

std::optional<Published> some_date(Random& random) {
  using namespace std::chrono;
  if (random() % 5 == 0) return std::nullopt;
  Published date;
  const bool near = random() % 2 == 0;
  date.day = near ? sys_days(2024y / March / 12) : sys_days(year(1) / January / 1) + days(random() % 3652059);
  if (random() % 2 == 0) date.time = seconds(random() % 86400);
  if (date.time) date.zone = minutes(static_cast<int>(random() % 2879) - 1439);
  return date;
}

}  // namespace

TEST_SUITE("property") {
  TEST_CASE("newest keys sort by time then id with undated articles last") {
    const unsigned from = test_seed();
    CAPTURE(from);
    Random random(from);
    const auto order = [](const std::optional<Published>& date, const std::string& id, std::int64_t sign) {
      return std::tuple(!date, date ? sign * date->utc_seconds() : 0, id);
    };
    for (int round = 0; round < 20000; ++round) {
      const auto a = some_date(random);
      const auto b = some_date(random);
      const std::string id_a = some_text(random);
      const std::string id_b = some_text(random);
      const std::string key_a = newest_key(a, id_a);
      const std::string key_b = newest_key(b, id_b);
      REQUIRE((key_a < key_b) == (order(a, id_a, -1) < order(b, id_b, -1)));
      REQUIRE((oldest_key(key_a) < oldest_key(key_b)) == (order(a, id_a, 1) < order(b, id_b, 1)));
      REQUIRE(is_undated(key_a) == !a);
    }
  }

  TEST_CASE("numbers sort as numbers and come back") {
    const unsigned from = test_seed();
    CAPTURE(from);
    Random random(from);
    for (int round = 0; round < 20000; ++round) {
      const std::uint64_t a = some_number(random);
      const std::uint64_t b = some_number(random);
      REQUIRE((number_value(a) < number_value(b)) == (a < b));
      REQUIRE(number_of_value(number_value(a)) == a);
    }
  }

  TEST_CASE("names come back and damaged bytes are told from them") {
    const unsigned from = test_seed();
    CAPTURE(from);
    Random random(from);
    for (int round = 0; round < 5000; ++round) {
      std::vector<std::string> names(random() % 5);
      for (std::string& name : names) name = std::string(random() % 300, static_cast<char>(random()));
      std::string value = names_value(names);
      std::vector<std::string> back;
      REQUIRE(for_each_name(value, [&](std::string_view name) { back.emplace_back(name); }));
      REQUIRE(back == names);
      if (value.empty()) continue;
      value.resize(random() % value.size());
      std::size_t bytes = 0;
      // A value that was cut between two names reads as fewer names; elsewhere the cut shows.
      if (for_each_name(value, [&](std::string_view name) { bytes += name.size(); })) {
        REQUIRE(bytes < value.size() + 1);
      }
    }
  }
}

TEST_SUITE("unit") {
  TEST_CASE("days are eight digits that are a date") {
    using namespace std::chrono;
    CHECK(day_value(sys_days(2024y / March / 12)) == "20240312");
    CHECK(day_of_value("20240312") == sys_days(2024y / March / 12));
    for (const char* text : {"", "2024031", "202403123", "20240231", "20241301", "2024-3-1", "abcdefgh"})
      CHECK_FALSE(day_of_value(text));
  }

  TEST_CASE("the limits of numbers have values") {
    CHECK(number_value(0) == std::string(1, '\0'));
    CHECK(number_value(0x1ff) == std::string("\x02\x01\xff"));
    const auto most = std::numeric_limits<std::uint64_t>::max();
    CHECK(number_of_value(number_value(most)) == most);
    for (const std::string& bytes : {std::string(), std::string("\x02\x01"), std::string(10, '\x09')})
      CHECK_FALSE(number_of_value(bytes));
  }
}
