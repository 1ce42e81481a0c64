// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/text/date/numbers.h"

#include <algorithm>
#include <chrono>

namespace newsline {
namespace {

constexpr int kFirstYear = 1500;
constexpr int kLastYear = 2199;
constexpr int kFirstBuddhistYear = 2400;
constexpr int kLastBuddhistYear = 2600;
constexpr int kBuddhistEra = 543;

/// What stands between the numbers of a date: a mark, or nothing but a blank. 0 where it is neither.
char32_t read_separator(DateCursor& cursor) {
  const DateItem& item = cursor.peek();
  if (item.kind == DateItem::Kind::number) return item.spaced ? U' ' : U'\0';
  if (item.kind != DateItem::Kind::mark) return U'\0';
  switch (item.mark) {
    case U'.':
    case U'/':
      if (item.spaced && item.mark == U'.') return U'\0';
      cursor.skip(1);
      return item.mark;
    case U'-':
    case U'‑':
      // With blanks around it, it is a dash.
      if (item.spaced || cursor.peek(1).spaced) return U'\0';
      cursor.skip(1);
      return U'-';
    default:
      return U'\0';
  }
}

struct Numbers {
  const DateItem* first = nullptr;
  const DateItem* second = nullptr;
  const DateItem* third = nullptr;
  char32_t separator = 0;
};

/// Three numbers with the same between them, and no fourth (`12.03.2024.5` is something else).
std::optional<Numbers> read_numbers(DateCursor& cursor) {
  Numbers numbers;
  const DateItem& before = cursor.previous();
  const bool inside = !cursor.peek().spaced && before.kind == DateItem::Kind::word;
  const bool number_before =
      !cursor.peek().spaced && cursor.previous(2).kind == DateItem::Kind::number && !before.spaced;
  if (!cursor.sees_number() || (inside && before.word.front() >= 'a' && before.word.front() <= 'z')) {
    return std::nullopt;
  }
  numbers.first = &cursor.peek();
  cursor.skip(1);
  numbers.separator = read_separator(cursor);
  if (numbers.separator == 0 || !cursor.sees_number()) return std::nullopt;
  if (number_before && before.mark == numbers.separator) return std::nullopt;
  numbers.second = &cursor.peek();
  cursor.skip(1);
  if (read_separator(cursor) != numbers.separator || !cursor.sees_number()) return std::nullopt;
  numbers.third = &cursor.peek();
  cursor.skip(1);
  const bool more = cursor.peek().mark == numbers.separator && !cursor.peek().spaced &&
                    cursor.peek(1).kind == DateItem::Kind::number && !cursor.peek(1).spaced;
  if (more) return std::nullopt;
  return numbers;
}

/// With points and blanks it is the day that comes first; otherwise the numbers must tell.
Day day_first(int first, int second, int year, char32_t separator) {
  const bool day_month = first >= 1 && first <= 31 && second >= 1 && second <= 12;
  const bool month_day = second >= 1 && second <= 31 && first >= 1 && first <= 12;
  const bool ordered = separator == U'.' || separator == U' ';
  if (day_month && (ordered || !month_day || first == second)) {
    return make_day(year, static_cast<unsigned>(second), first);
  }
  if (month_day && !day_month && !ordered) return make_day(year, static_cast<unsigned>(first), second);
  return std::nullopt;
}

}  // namespace

Day make_day(int year, unsigned month, int day) {
  const std::chrono::year_month_day date{std::chrono::year{year}, std::chrono::month{month},
                                         std::chrono::day{static_cast<unsigned>(day)}};
  if (!date.ok()) return std::nullopt;
  return std::chrono::sys_days{date};
}

std::optional<int> read_year(DateCursor& cursor, bool thai) {
  const DateItem& item = cursor.peek();
  if (item.kind != DateItem::Kind::number || item.digits != 4) return std::nullopt;
  int year = item.value;
  if (thai && year >= kFirstBuddhistYear && year <= kLastBuddhistYear) year -= kBuddhistEra;
  if (year < kFirstYear || year > kLastYear) return std::nullopt;
  cursor.skip(1);
  return year;
}

std::optional<int> read_small(DateCursor& cursor) {
  const DateItem& item = cursor.peek();
  if (item.kind != DateItem::Kind::number || item.digits > 2) return std::nullopt;
  cursor.skip(1);
  return item.value;
}

Day date_in_numbers(DateCursor& cursor) {
  const auto numbers = read_numbers(cursor);
  if (!numbers) return std::nullopt;
  const DateItem& first = *numbers->first;
  const DateItem& second = *numbers->second;
  const DateItem& third = *numbers->third;
  const char32_t separator = numbers->separator;
  if (second.digits > 2) return std::nullopt;
  const auto in_range = [](const DateItem& item) {
    return item.digits == 4 && item.value >= kFirstYear && item.value <= kLastYear;
  };
  // Nothing but blanks needs both numbers in full, so that `In 2024 12 people` and `3 2 2024` are no dates.
  const bool loose = separator == U' ' && (second.digits != 2 || std::min(first.digits, third.digits) != 2);
  if (loose) return std::nullopt;
  if (in_range(first) && third.digits <= 2) {
    return make_day(first.value, static_cast<unsigned>(second.value), third.value);
  }
  if (in_range(third) && first.digits <= 2) {
    return day_first(first.value, second.value, third.value, separator);
  }
  return std::nullopt;
}

}  // namespace newsline
