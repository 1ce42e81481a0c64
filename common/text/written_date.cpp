// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/text/written_date.h"

#include <chrono>

#include "common/text/date_cursor.h"
#include "common/text/month_names.h"
#include "common/text/written_time.h"

namespace newsline {
namespace {

using std::chrono::sys_days;
using Day = std::optional<sys_days>;

constexpr int kFirstYear = 1500;
constexpr int kLastYear = 2199;
constexpr int kFirstBuddhistYear = 2400;
constexpr int kLastBuddhistYear = 2600;
constexpr int kBuddhistEra = 543;
constexpr std::size_t kLongestOrdinalBytes = 8;

Day make_day(int year, unsigned month, int day) {
  const std::chrono::year_month_day date{std::chrono::year{year}, std::chrono::month{month},
                                         std::chrono::day{static_cast<unsigned>(day)}};
  if (!date.ok()) return std::nullopt;
  return sys_days{date};
}

/// A number that may be a year; a Buddhist one only where `thai`.
std::optional<int> read_year(DateCursor& cursor, bool thai = false) {
  const DateItem& item = cursor.peek();
  if (item.kind != DateItem::Kind::number || item.digits != 4) return std::nullopt;
  int year = item.value;
  if (thai && year >= kFirstBuddhistYear && year <= kLastBuddhistYear) year -= kBuddhistEra;
  if (year < kFirstYear || year > kLastYear) return std::nullopt;
  cursor.skip(1);
  return year;
}

/// A number of one or two digits; whether there is such a day is for make_day().
std::optional<int> read_small(DateCursor& cursor) {
  const DateItem& item = cursor.peek();
  if (item.kind != DateItem::Kind::number || item.digits > 2) return std::nullopt;
  cursor.skip(1);
  return item.value;
}

/// A day of the month as it stands before or behind a month's name, with its ordinal ending and the small
/// words around it.
struct WrittenDay {
  int day = 0;
  bool point = false;  ///< `12.`
};

bool sees_month(const DateCursor& cursor) { return month_at(cursor.rest()).has_value(); }

/// `th`, `er`, `-го`: letters that belong to the number.
void skip_ordinal(DateCursor& cursor) {
  const std::size_t start = cursor.at();
  if (!cursor.peek().spaced) cursor.skip_mark(U"-‑");
  const DateItem& item = cursor.peek();
  const bool ending = item.kind == DateItem::Kind::word && !item.spaced &&
                      item.word.size() <= kLongestOrdinalBytes && !sees_month(cursor);
  cursor.move_to(ending ? cursor.at() + 1 : start);
}

std::optional<WrittenDay> read_day(DateCursor& cursor) {
  const auto day = read_small(cursor);
  if (!day) return std::nullopt;
  skip_ordinal(cursor);
  const bool point = !cursor.peek().spaced && cursor.skip_mark(U".");
  return WrittenDay{*day, point};
}

/// `de`, `of`, `d'`, a hyphen, a slash: what joins a day to a month's name.
void skip_link_to_month(DateCursor& cursor) {
  cursor.skip_mark(U"-/,‑");
  if (sees_month(cursor)) return;
  const std::size_t start = cursor.at();
  if (cursor.skip_word({"de", "of", "d", "del", "di", "do", "من", "ta", "ב"})) cursor.skip_mark(U"'’-");
  if (!sees_month(cursor)) cursor.move_to(start);
}

void skip_link_to_year(DateCursor& cursor) {
  cursor.skip_mark(U",،.-/‑");
  if (cursor.skip_word({"de", "del", "do", "năm", "عام", "سنة", "لعام", "ng"})) return;
  // The Buddhist and the common era in Thai.
  const std::size_t start = cursor.at();
  const bool era = cursor.skip_word({"พ", "ค"}) && cursor.skip_mark(U".") && cursor.skip_word({"ศ"});
  if (era) {
    cursor.skip_mark(U".");
  } else {
    cursor.move_to(start);
  }
}

/// The month's name, and the same month's other name behind it: `آذار/مارس`, `مارس (آذار)`.
std::optional<NamedMonth> read_month(DateCursor& cursor) {
  const auto month = month_at(cursor.rest());
  if (!month) return std::nullopt;
  cursor.skip(month->items);
  const std::size_t start = cursor.at();
  if (cursor.skip_mark(U"/(")) {
    const auto other = month_at(cursor.rest());
    if (other && other->month == month->month) {
      cursor.skip(other->items);
      cursor.skip_mark(U")");
    } else {
      cursor.move_to(start);
    }
  }
  return month;
}

/// `12 March 2024`, `12. března 2024`, `12-Mar-2024`, `12 de marzo de 2024`.
Day day_month_year(DateCursor& cursor) {
  const auto day = read_day(cursor);
  if (!day) return std::nullopt;
  skip_link_to_month(cursor);
  const auto month = read_month(cursor);
  if (!month) return std::nullopt;
  skip_link_to_year(cursor);
  const auto year = read_year(cursor, month->thai);
  if (!year) return std::nullopt;
  return make_day(*year, day->point ? month->behind_point : month->month, day->day);
}

/// `March 12, 2024`, `մարտի 12, 2024`.
Day month_day_year(DateCursor& cursor) {
  const auto month = read_month(cursor);
  if (!month) return std::nullopt;
  cursor.skip_mark(U"-");
  const auto day = read_day(cursor);
  if (!day) return std::nullopt;
  cursor.skip_mark(U",،-");
  const auto year = read_year(cursor, month->thai);
  if (!year) return std::nullopt;
  return make_day(*year, month->month, day->day);
}

/// `2024. március 12.`, `2024 թ. մարտի 12`, `2024-Mar-12`; with a word for `year` also `2024 წლის 12 მარტი`.
Day year_month_day(DateCursor& cursor) {
  const auto year = read_year(cursor);
  if (!year) return std::nullopt;
  const bool year_word = skip_year_word(cursor);
  if (!year_word) cursor.skip_mark(U".,-/");
  if (year_word && cursor.sees_number()) {
    const auto day = read_day(cursor);
    if (day) skip_link_to_month(cursor);
    const auto month = day ? read_month(cursor) : std::nullopt;
    if (!month) return std::nullopt;
    return make_day(*year, day->point ? month->behind_point : month->month, day->day);
  }
  const auto month = read_month(cursor);
  if (!month) return std::nullopt;
  cursor.skip_mark(U"-/");
  const auto day = read_day(cursor);
  if (!day) return std::nullopt;
  return make_day(*year, month->month, day->day);
}

/// `2024年3月12日`, `2024년 3월 12일`.
Day with_calendar_signs(DateCursor& cursor) {
  const auto year = read_year(cursor);
  if (!year || !cursor.skip_word({"年", "년"})) return std::nullopt;
  const auto month = read_small(cursor);
  if (!month || !cursor.skip_word({"月", "월"})) return std::nullopt;
  const auto day = read_small(cursor);
  if (!day || !cursor.skip_word({"日", "号", "號", "일"})) return std::nullopt;
  return make_day(*year, static_cast<unsigned>(*month), *day);
}

/// `12 tháng 3, 2024`, `ngày 12 tháng 3 năm 2024`.
Day vietnamese(DateCursor& cursor) {
  const auto day = read_small(cursor);
  if (!day || !cursor.skip_word({"tháng", "thg"})) return std::nullopt;
  const auto month = read_small(cursor);
  if (!month) return std::nullopt;
  skip_link_to_year(cursor);
  const auto year = read_year(cursor);
  if (!year) return std::nullopt;
  return make_day(*year, static_cast<unsigned>(*month), *day);
}

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
  DateItem first;
  DateItem second;
  DateItem third;
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
  numbers.first = cursor.peek();
  cursor.skip(1);
  numbers.separator = read_separator(cursor);
  if (numbers.separator == 0 || !cursor.sees_number()) return std::nullopt;
  if (number_before && before.mark == numbers.separator) return std::nullopt;
  numbers.second = cursor.peek();
  cursor.skip(1);
  if (read_separator(cursor) != numbers.separator || !cursor.sees_number()) return std::nullopt;
  numbers.third = cursor.peek();
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

/// `2024-03-12`, `2024/3/12`, `2024. 3. 12.`, `12.03.2024`, `25/03/2024`.
Day in_numbers(DateCursor& cursor) {
  const auto numbers = read_numbers(cursor);
  if (!numbers) return std::nullopt;
  const auto& [first, second, third, separator] = *numbers;
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

/// Tries every way to write a date at one place; leaves the cursor behind the one that fits.
Day date_at(DateCursor& cursor) {
  constexpr Day (*kWays[])(DateCursor&) = {with_calendar_signs, in_numbers,     vietnamese,
                                           day_month_year,      year_month_day, month_day_year};
  const std::size_t start = cursor.at();
  for (const auto way : kWays) {
    cursor.move_to(start);
    if (const Day day = way(cursor)) return day;
  }
  cursor.move_to(start + 1);
  return std::nullopt;
}

}  // namespace

std::optional<WrittenDate> find_date(std::string_view line) {
  if (!may_hold_year(line)) return std::nullopt;
  const auto items = date_items(line);
  DateCursor cursor(items);
  while (!cursor.at_end()) {
    const std::size_t begin = items[cursor.at()].span.begin;
    const Day day = date_at(cursor);
    if (!day) continue;
    WrittenDate found;
    found.published.day = *day;
    skip_year_word(cursor);
    read_time_behind(cursor, found.published);
    found.span = {begin, cursor.previous().span.end};
    return found;
  }
  return std::nullopt;
}

}  // namespace newsline
