// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/search/timeline/period.h"

#include <fmt/format.h>

#include "common/text/published.h"

namespace newsline {
namespace {

using std::chrono::days;
using std::chrono::sys_days;
using std::chrono::year_month_day;

std::string week_name(sys_days monday) {
  const sys_days thursday = monday + days(3);
  const std::chrono::year year = year_month_day(thursday).year();
  const auto weeks = (thursday - sys_days(year / 1 / 1)).count() / 7;
  return fmt::format("{:04}-W{:02}", int{year}, weeks + 1);
}

}  // namespace

sys_days period_of(sys_days day, PeriodUnit unit) {
  const year_month_day date(day);
  switch (unit) {
    case PeriodUnit::day:
      break;
    case PeriodUnit::week:
      return day - (std::chrono::weekday(day) - std::chrono::Monday);
    case PeriodUnit::month:
      return date.year() / date.month() / 1;
    case PeriodUnit::year:
      return date.year() / 1 / 1;
  }
  return day;
}

sys_days next_period(sys_days first, PeriodUnit unit) {
  const year_month_day date(first);
  switch (unit) {
    case PeriodUnit::day:
      break;
    case PeriodUnit::week:
      return first + days(7);
    case PeriodUnit::month:
      return date + std::chrono::months(1);
    case PeriodUnit::year:
      return date + std::chrono::years(1);
  }
  return first + days(1);
}

std::string period_name(sys_days first, PeriodUnit unit) {
  if (unit == PeriodUnit::week) return week_name(first);
  const std::string day = iso8601(first);
  if (unit == PeriodUnit::year) return day.substr(0, 4);
  return unit == PeriodUnit::month ? day.substr(0, 7) : day;
}

}  // namespace newsline
