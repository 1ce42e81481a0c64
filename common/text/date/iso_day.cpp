// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/text/date/iso_day.h"

#include "common/text/date/numbers.h"

namespace newsline {
namespace {

using std::chrono::days;
using std::chrono::sys_days;

sys_days first_of(int year) { return sys_days{std::chrono::year{year} / std::chrono::January / 1}; }

/// The day of ISO week and weekday: the first week is the one with 4 January in it.
Day day_of_week(int year, int week, int weekday) {
  constexpr int kMostWeeks = 53;
  if (week < 1 || week > kMostWeeks || weekday < 1 || weekday > 7) return std::nullopt;
  const sys_days fourth = first_of(year) + days{3};
  const sys_days monday = fourth - (std::chrono::weekday{fourth} - std::chrono::Monday);
  const sys_days day = monday + days{(week - 1) * 7 + weekday - 1};
  const bool is_of_next_year = week == kMostWeeks && monday + days{(week - 1) * 7 + 3} >= first_of(year + 1);
  return is_of_next_year ? std::nullopt : Day(day);
}

Day day_of_year(int year, int ordinal) {
  const sys_days day = first_of(year) + days{ordinal - 1};
  return ordinal < 1 || day >= first_of(year + 1) ? std::nullopt : Day(day);
}

Day read_week(StampCursor& cursor, int year) {
  const auto week = cursor.number(2, 2);
  if (!week) return std::nullopt;
  if (cursor.digits_here() == 1 || (cursor.peek() == '-' && cursor.peek(1) >= '0' && cursor.peek(1) <= '9')) {
    cursor.skip_any("-");
    const auto weekday = cursor.number(1, 1);
    return weekday && cursor.digits_here() == 0 ? day_of_week(year, *week, *weekday) : std::nullopt;
  }
  return day_of_week(year, *week, 1);
}

/// Month and day behind `2024-`, `2024/` or `2024.`.
Day read_parts(StampCursor& cursor, int year, char separator) {
  if (separator == '-' && cursor.digits_here() == 3) return day_of_year(year, *cursor.number(3, 3));
  const auto month = cursor.number(1, 2);
  if (!month || cursor.digits_here() > 0) return std::nullopt;
  if (!cursor.skip_any(std::string_view(&separator, 1))) {
    const bool is_whole = separator == '-';
    return is_whole ? make_day(year, static_cast<unsigned>(*month), 1) : std::nullopt;
  }
  const auto day = cursor.number(1, 2);
  if (!day || cursor.digits_here() > 0) return std::nullopt;
  return make_day(year, static_cast<unsigned>(*month), *day);
}

}  // namespace

Day read_iso_day(StampCursor& cursor) {
  const std::size_t digits = cursor.digits_here();
  if (digits < 4) return std::nullopt;
  const auto year = cursor.number(4, 4);
  if (*year < 1) return std::nullopt;
  if (digits >= 8) {
    const auto month = cursor.number(2, 2);
    const auto day = cursor.number(2, 2);
    return make_day(*year, static_cast<unsigned>(*month), *day);
  }
  if (digits == 7) return day_of_year(*year, *cursor.number(3, 3));
  if (digits > 4) return std::nullopt;
  const char separator = cursor.peek();
  if (separator == '-' && (cursor.peek(1) | 0x20) == 'w') cursor.skip(1);
  if (cursor.skip_any("wW")) return read_week(cursor, *year);
  if (cursor.skip_any("-/.")) return read_parts(cursor, *year, separator);
  return make_day(*year, 1, 1);
}

}  // namespace newsline
