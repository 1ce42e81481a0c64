// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/text/written_date.h"

#include "common/text/date/clock.h"
#include "common/text/date/cursor.h"
#include "common/text/date/month_names.h"
#include "common/text/date/numbers.h"

namespace newsline {
namespace {

constexpr std::size_t kLongestOrdinalBytes = 8;

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

/// Tries every way to write a date at one place; leaves the cursor behind the one that fits.
Day date_at(DateCursor& cursor) {
  constexpr Day (*kWays[])(DateCursor&) = {with_calendar_signs, date_in_numbers, vietnamese,
                                           day_month_year,      year_month_day,  month_day_year};
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
