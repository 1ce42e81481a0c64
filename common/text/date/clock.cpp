// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/text/date/clock.h"

#include <array>
#include <chrono>
#include <optional>

#include "common/text/fold.h"

namespace newsline {
namespace {

using std::chrono::minutes;
using std::chrono::seconds;

constexpr std::string_view kYearWords[] = {
    "г",    "год",  "года",  "році",   "року", "рік",  "р",      "год",     "годзе",    "ж",
    "жыл",  "жылы", "жылғы", "жылдын", "թ",    "թթ",   "թվական", "թվականի", "թվականին", "წ",
    "წელი", "წლის", "წელს",  "il",     "ili",  "ilin", "yil",    "yili",    "yilgi",    "yıl",
    "yılı", "m",    "metų",  "gada",   "gads", "god",  "godine", "година",  "године",   "години",
    "roku", "rok",  "leta",  "年",     "년",   "оны",  "р",      "сол",     "соли"};

/// Words that newspapers put between a date and a time.
constexpr std::string_view kBeforeTime[] = {"at",     "um",     "a",   "à",    "las",  "la",  "les",   "le",
                                            "alle",   "ore",    "às",  "o",    "kl",   "klo", "kello", "godz",
                                            "в",      "о",      "у",   "ժամը", "saat", "ώρα", "στις",  "เวลา",
                                            "الساعة", "بتاريخ", "सुबह", "jam",  "ora",  "om"};

constexpr std::u32string_view kBetween = U",،、;|·•-–—/(";
constexpr int kMostBetween = 4;

/// A number of one or two digits, at most `most`.
std::optional<int> small_number(DateCursor& cursor, int most, int fewest_digits) {
  const DateItem& item = cursor.peek();
  const bool fits = item.kind == DateItem::Kind::number && item.digits <= 2 && item.digits >= fewest_digits &&
                    item.value <= most;
  if (!fits) return std::nullopt;
  cursor.skip(1);
  return item.value;
}

/// What stands between hour and minute: `:`, or `h` as in `09h30`, or the signs of Chinese and Korean.
bool skip_hour_sign(DateCursor& cursor) {
  if (cursor.peek().spaced) return false;
  return cursor.skip_mark(U":：") || cursor.skip_word({"h", "时", "時", "点", "點", "시"});
}

int seconds_behind(DateCursor& cursor) {
  const std::size_t start = cursor.at();
  const bool written = !cursor.peek().spaced && cursor.skip_mark(U":：") && !cursor.peek().spaced;
  const auto second = written ? small_number(cursor, 60, 2) : std::nullopt;
  if (!second) {
    cursor.move_to(start);
    return 0;
  }
  const bool fraction = !cursor.peek().spaced && !cursor.peek(1).spaced &&
                        cursor.peek(1).kind == DateItem::Kind::number && cursor.skip_mark(U".,");
  if (fraction) cursor.skip(1);
  return *second == 60 ? 59 : *second;
}

/// `am`, `p.m.` and the like: the hour of the day, or nothing where the two contradict each other.
std::optional<int> hour_of_day(DateCursor& cursor, int hour) {
  const std::size_t start = cursor.at();
  const bool afternoon = cursor.skip_word({"pm", "p"});
  if (!afternoon && !cursor.skip_word({"am", "a"})) return hour;
  if (cursor.previous().word.size() == 1) {
    const bool dotted = cursor.skip_mark(U".") && cursor.skip_word({"m"});
    if (!dotted) {
      cursor.move_to(start);
      return hour;
    }
    cursor.skip_mark(U".");
  }
  if (hour < 1 || hour > 12) return std::nullopt;
  return hour % 12 + (afternoon ? 12 : 0);
}

std::optional<seconds> read_clock(DateCursor& cursor) {
  const auto hour = small_number(cursor, 23, 1);
  if (!hour || !skip_hour_sign(cursor)) return std::nullopt;
  const auto minute = small_number(cursor, 59, 2);
  if (!minute) return std::nullopt;
  if (!cursor.peek().spaced) cursor.skip_word({"分", "분"});
  const int second = seconds_behind(cursor);
  const auto hour24 = hour_of_day(cursor, *hour);
  if (!hour24) return std::nullopt;
  return seconds{*hour24 * 3600 + *minute * 60 + second};
}

/// `+04:00`, `+0400` or `+4`, at most 14 hours.
std::optional<minutes> read_distance(DateCursor& cursor) {
  const bool west = cursor.skip_mark(U"-−");
  if ((!west && !cursor.skip_mark(U"+")) || cursor.peek().spaced || !cursor.sees_number())
    return std::nullopt;
  const DateItem& number = cursor.peek();
  cursor.skip(1);
  int hour = number.value;
  int minute = 0;
  if (number.digits == 4) {
    hour = number.value / 100;
    minute = number.value % 100;
  } else if (number.digits > 2) {
    return std::nullopt;
  } else if (!cursor.peek().spaced && cursor.skip_mark(U":")) {
    const auto written = small_number(cursor, 59, 2);
    if (!written) return std::nullopt;
    minute = *written;
  }
  if (hour > 14 || minute > 59) return std::nullopt;
  return minutes{(west ? -1 : 1) * (hour * 60 + minute)};
}

/// A bare minus right behind a time is more often a range (`09:30-10:45`) than a zone, but not behind `T`.
void read_zone(DateCursor& cursor, bool iso, Published& published) {
  const std::size_t start = cursor.at();
  const bool bracket = cursor.skip_mark(U"(");
  const bool named = cursor.skip_word({"z", "utc", "gmt"});
  const std::size_t behind_name = cursor.at();
  const DateItem& sign = cursor.peek();
  const bool trusted = named || iso || sign.mark == U'+' || sign.spaced;
  const auto distance = trusted ? read_distance(cursor) : std::nullopt;
  if (distance) {
    published.zone = *distance;
  } else {
    cursor.move_to(named ? behind_name : start);
    if (!named) return;
  }
  if (bracket) cursor.skip_mark(U")");
}

void skip_between(DateCursor& cursor) {
  for (int count = 0; count < kMostBetween; ++count) {
    if (cursor.skip_mark(kBetween)) continue;
    if (!cursor.skip_word(kBeforeTime)) return;
    cursor.skip_mark(U".:");
  }
}

}  // namespace

bool skip_year_word(DateCursor& cursor) {
  const std::size_t start = cursor.at();
  const bool hyphen = !cursor.peek().spaced && cursor.skip_mark(U"-‑");
  if (hyphen && !cursor.peek().spaced && cursor.sees_word()) {
    const bool ending =
        std::find(std::begin(kYearWords), std::end(kYearWords), cursor.peek().word) == std::end(kYearWords);
    if (ending) cursor.skip(1);  // `2024-cü il`
  } else {
    cursor.move_to(start);
    cursor.skip_mark(U".");  // `2024. gada`
  }
  if (!cursor.skip_word(kYearWords)) {
    cursor.move_to(start);
    return false;
  }
  if (!cursor.peek().spaced) cursor.skip_mark(U".․");
  return true;
}

void read_time_behind(DateCursor& cursor, Published& published) {
  const std::size_t start = cursor.at();
  const bool iso = !cursor.peek().spaced && cursor.skip_word({"t"});
  if (!iso) skip_between(cursor);
  const auto time = read_clock(cursor);
  if (!time) {
    cursor.move_to(start);
    return;
  }
  published.time = *time;
  read_zone(cursor, iso, published);
}

}  // namespace newsline
