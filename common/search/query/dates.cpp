// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <charconv>
#include <string>

#include "common/search/query/fields.h"
#include "common/search/query/signs.h"

namespace newsline {
namespace {

using std::chrono::day;
using std::chrono::days;
using std::chrono::last;
using std::chrono::month;
using std::chrono::months;
using std::chrono::sys_days;
using std::chrono::year;
using std::chrono::year_month_day;
using std::chrono::years;

/// The days that a date as written stands for: a year, a month or a day.
struct Days {
  sys_days first;
  sys_days last;
};

/// Takes a number of `least` to `most` digits off the front of `text`; -1 if there is none.
int take_number(std::string_view& text, std::size_t least, std::size_t most) {
  const std::size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
  if (digits < least || digits > most) return -1;
  int value = 0;
  std::from_chars(text.data(), text.data() + digits, value);
  text.remove_prefix(digits);
  return value;
}

/// `-3`, `-03`: the part of a date behind its dash; -1 if there is none.
int take_part(std::string_view& text) {
  if (!text.starts_with('-')) return -1;
  text.remove_prefix(1);
  return take_number(text, 1, 2);
}

std::optional<Days> days_of(std::string_view text) {
  const year y{take_number(text, 4, 4)};
  if (y < year{1}) return std::nullopt;
  if (text.empty()) return Days{y / 1 / 1, y / 12 / 31};
  const int month_number = take_part(text);
  if (month_number < 1 || month_number > 12) return std::nullopt;
  const auto m = y / month{static_cast<unsigned>(month_number)};
  if (text.empty()) return Days{m / 1, m / last};
  const int day_number = take_part(text);
  if (day_number < 1 || !text.empty()) return std::nullopt;
  const year_month_day date = m / day{static_cast<unsigned>(day_number)};
  return date.ok() ? std::optional{Days{date, date}} : std::nullopt;
}

constexpr std::string_view kDateHint = "write a year, a month or a day: 2024, 2024-03 or 2024-03-12";

Mistake not_a_date(std::string_view value, Span where) {
  std::string_view hint = kDateHint;
  if (value.starts_with('<') || value.starts_with('>')) hint = "write after:2024-03-01 or before:2024-03-01";
  if (std::ranges::count(value, '-') > 2) hint = "write a range so: date:2024-03-01..2024-03-31";
  return {shown(value) + " is not a date", std::string{hint}, where};
}

std::variant<QueryNode, Mistake> date_range(std::string_view value, std::size_t dots, Span where) {
  const std::string_view first = value.substr(0, dots);
  const std::string_view end = value.substr(dots + 2);
  if (first.empty() && end.empty()) {
    return Mistake{"the range has no date", "write date:2024-03-01..2024-03-31, date:2024.. or date:..2024",
                   where};
  }
  DayRange range;
  if (!first.empty()) {
    const auto from = days_of(first);
    if (!from) return not_a_date(first, where);
    range.first = from->first;
  }
  if (!end.empty()) {
    const auto to = days_of(end);
    if (!to) return not_a_date(end, where);
    range.last = to->last;
  }
  if (range.first && range.last && *range.first > *range.last) {
    return Mistake{"the range " + shown(value) + " ends before it begins", "write the earlier date first",
                   where};
  }
  return QueryNode{range, where};
}

/// The same day some months earlier, or the last day of that month where it has no such day.
year_month_day months_before(sys_days today, int count) {
  const year_month_day moved = year_month_day{today} - months{count};
  return moved.ok() ? moved : moved.year() / moved.month() / last;
}

/// `7d`, `2w`, `3m`, `1y` before today; nothing if the value has another form.
std::optional<year_month_day> day_ago(std::string_view value, sys_days today) {
  const int count = take_number(value, 1, 4);
  if (count < 0 || value.size() != 1) return std::nullopt;
  switch (value.front()) {
    case 'd':
      return today - days{count};
    case 'w':
      return today - days{7 * count};
    case 'm':
      return months_before(today, count);
    case 'y':
      return months_before(today, 12 * count);
    default:
      return std::nullopt;
  }
}

std::variant<QueryNode, Mistake> since(std::string_view value, Span where, sys_days today) {
  if (const auto ago = day_ago(value, today)) {
    if (ago->year() >= year{1}) return QueryNode{DayRange{sys_days{*ago}, {}}, where};
    return Mistake{shown(value) + " ago is before the year 1", "write fewer", where};
  }
  if (const auto from = days_of(value)) return QueryNode{DayRange{from->first, {}}, where};
  return Mistake{shown(value) + " is not a time to count from",
                 "write since:7d, since:2w, since:3m, since:1y or a date such as since:2024-03-12", where};
}

}  // namespace

std::variant<QueryNode, Mistake> date_filter(Field field, std::string_view written, Span where,
                                             sys_days today) {
  const std::string value = with_ascii_signs(written);
  if (field == Field::since) return since(value, where, today);
  const std::size_t dots = value.find("..");
  if (field == Field::date && dots != std::string::npos) return date_range(value, dots, where);
  const auto date = days_of(value);
  if (!date) return not_a_date(value, where);
  if (field == Field::date) return QueryNode{DayRange{date->first, date->last}, where};
  if (field == Field::after) {
    if (date->last < sys_days{year{9999} / 12 / 31})
      return QueryNode{DayRange{date->last + days{1}, {}}, where};
    return Mistake{"no day comes after " + shown(value), std::string{kDateHint}, where};
  }
  if (date->first > sys_days{year{1} / 1 / 1}) return QueryNode{DayRange{{}, date->first - days{1}}, where};
  return Mistake{"no day comes before " + shown(value), std::string{kDateHint}, where};
}

}  // namespace newsline
