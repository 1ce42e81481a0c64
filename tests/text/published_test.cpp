// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/text/published.h"

#include <doctest/doctest.h>

#include <string>

namespace {

using newsline::iso8601;
using newsline::parse_iso8601;
using newsline::Published;

struct Row {
  const char* text;
  const char* expected;  // as iso8601() writes it, or "" where it is no date
};

constexpr Row kRows[] = {
    {"2024-03-12", "2024-03-12"},
    {"20240312", "2024-03-12"},
    {" 2024-03-12\n", "2024-03-12"},
    {"0001-01-01", "0001-01-01"},
    {"9999-12-31", "9999-12-31"},
    {"2024-02-29", "2024-02-29"},
    {"2000-02-29", "2000-02-29"},
    {"2024-03-12T09:30", "2024-03-12T09:30:00Z"},
    {"2024-03-12T09:30Z", "2024-03-12T09:30:00Z"},
    {"2024-03-12 09:30:15", "2024-03-12T09:30:15Z"},
    {"2024-03-12t09:30:15z", "2024-03-12T09:30:15Z"},
    {"20240312T093015Z", "2024-03-12T09:30:15Z"},
    {"20240312T0930", "2024-03-12T09:30:00Z"},
    {"2024-03-12T09:30:15.987654321Z", "2024-03-12T09:30:15Z"},
    {"2024-03-12T09:30:15,5+04:00", "2024-03-12T09:30:15+04:00"},
    {"2024-03-12T09:30:15+0400", "2024-03-12T09:30:15+04:00"},
    {"2024-03-12T09:30:15-05", "2024-03-12T09:30:15-05:00"},
    {"2024-03-12T09:30:15+05:45", "2024-03-12T09:30:15+05:45"},
    {"2024-03-12T09:30:15-00:30", "2024-03-12T09:30:15-00:30"},
    {"2024-03-12T09:30:15+00:00", "2024-03-12T09:30:15Z"},
    {"2016-12-31T23:59:60Z", "2016-12-31T23:59:59Z"},
    {"", ""},
    {"   ", ""},
    {"2024-02-31", ""},
    {"2023-02-29", ""},
    {"1900-02-29", ""},
    {"2024-13-01", ""},
    {"2024-00-10", ""},
    {"2024-01-00", ""},
    {"0000-01-01", ""},
    {"10000-01-01", ""},
    {"-2024-01-01", ""},
    {"2024-3-12", ""},
    {"2024-0312", ""},
    {"202403-12", ""},
    {"2024-03", ""},
    {"2024/03/12", ""},
    {"2024-03-12x", ""},
    {"2024-03-12T", ""},
    {"2024-03-12T9:30", ""},
    {"2024-03-12T24:00", ""},
    {"2024-03-12T09:60", ""},
    {"2024-03-12T09:30:61", ""},
    {"2024-03-12T09:30:", ""},
    {"2024-03-12T09:30:15.", ""},
    {"2024-03-12T09:30:15+24:00", ""},
    {"2024-03-12T09:30:15+04:60", ""},
    {"2024-03-12T09:30:15+4", ""},
    {"2024-03-12T09:30:15 UTC", ""},
    {"٢٠٢٤-٠٣-١٢", ""},
};

std::int64_t utc(const char* text) { return parse_iso8601(text).value().utc_seconds(); }

TEST_SUITE("unit") {
  TEST_CASE("ISO 8601 is read whole or not at all") {
    for (const Row& row : kRows) {
      INFO(std::string(row.text));
      const auto published = parse_iso8601(row.text);
      CHECK((published ? iso8601(*published) : std::string()) == std::string(row.expected));
    }
  }

  TEST_CASE("seconds count from 1970 in UTC") {
    CHECK(utc("1970-01-01") == 0);
    CHECK(utc("1970-01-01T00:00:01Z") == 1);
    CHECK(utc("1970-01-01T04:00+04:00") == 0);
    CHECK(utc("1969-12-31T19:00-05:00") == 0);
    CHECK(utc("1969-12-31") == -86400);
    CHECK(utc("2024-03-12T09:30:00Z") == 1710235800);
    CHECK(utc("0001-01-01") == -62135596800);
    CHECK(utc("9999-12-31T23:59:59Z") == 253402300799);
  }
}

TEST_SUITE("property") {
  TEST_CASE("what is written is read back the same on every day of four hundred years") {
    using namespace std::chrono;
    Published published;
    const sys_days last{year{2100} / 12 / 31};
    int minute = 0;
    for (published.day = sys_days{year{1700} / 1 / 1}; published.day <= last; published.day += days{1}) {
      minute = (minute + 37) % (24 * 60);
      published.time = minutes{minute} + seconds{minute % 60};
      published.zone = minutes{minute - 12 * 60};
      REQUIRE(parse_iso8601(iso8601(published)) == published);
      REQUIRE(parse_iso8601(iso8601(published.day)) == Published{published.day, {}, {}});
    }
  }
}

}  // namespace
