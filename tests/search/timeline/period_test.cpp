// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/search/timeline/period.h"

#include <doctest/doctest.h>

#include <string>

namespace {

using newsline::next_period;
using newsline::period_name;
using newsline::period_of;
using newsline::PeriodUnit;
using namespace std::chrono_literals;
using std::chrono::sys_days;

struct Row {
  std::chrono::year_month_day day;
  PeriodUnit unit;
  std::string name;
};

/// Weeks around the turns of years, as ISO 8601 tells them by the first Thursday.
const Row kRows[] = {
    {2024y / 3 / 12, PeriodUnit::day, "2024-03-12"}, {2024y / 3 / 12, PeriodUnit::week, "2024-W11"},
    {2024y / 3 / 12, PeriodUnit::month, "2024-03"},  {2024y / 3 / 12, PeriodUnit::year, "2024"},
    {2021y / 1 / 3, PeriodUnit::week, "2020-W53"},   {2021y / 1 / 4, PeriodUnit::week, "2021-W01"},
    {2024y / 12 / 29, PeriodUnit::week, "2024-W52"}, {2024y / 12 / 30, PeriodUnit::week, "2025-W01"},
    {1977y / 1 / 2, PeriodUnit::week, "1976-W53"},   {987y / 12 / 31, PeriodUnit::month, "0987-12"},
    {1y / 1 / 1, PeriodUnit::week, "0001-W01"},      {9999y / 12 / 31, PeriodUnit::week, "9999-W52"},
};

}  // namespace

TEST_SUITE_BEGIN("unit");

TEST_CASE("a day lies in its period and the next one begins behind it") {
  for (const Row& row : kRows) {
    CAPTURE(row.name);
    const sys_days day(row.day);
    const sys_days first = period_of(day, row.unit);
    CHECK(period_name(first, row.unit) == row.name);
    CHECK(first <= day);
    CHECK(day < next_period(first, row.unit));
    CHECK(period_of(next_period(first, row.unit), row.unit) == next_period(first, row.unit));
    CHECK(period_of(next_period(first, row.unit) - std::chrono::days(1), row.unit) == first);
  }
}

TEST_SUITE_END();
