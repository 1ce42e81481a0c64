// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/text/date_stamp.h"

#include <array>
#include <string>
#include <utility>

#include "common/text/date/iso_day.h"
#include "common/text/date/numbers.h"
#include "common/text/date/stamp_clock.h"
#include "common/text/written_date.h"

namespace newsline {
namespace {

using std::chrono::days;
using std::chrono::minutes;
using std::chrono::seconds;

constexpr std::array<std::string_view, 12> kMonths{"january",   "february", "march",    "april",
                                                   "may",       "june",     "july",     "august",
                                                   "september", "october",  "november", "december"};
constexpr std::array<std::string_view, 7> kWeekdays{"monday", "tuesday",  "wednesday", "thursday",
                                                    "friday", "saturday", "sunday"};

std::string lower(std::string_view text) {
  std::string lowered(text);
  for (char& byte : lowered) byte = byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte + 32) : byte;
  return lowered;
}

/// Which of these names a word of three letters or more begins; nothing if none.
template <std::size_t kCount>
std::optional<unsigned> named(const std::array<std::string_view, kCount>& names, std::string_view word) {
  constexpr std::size_t kShortest = 3;
  for (unsigned index = 0; index < kCount; ++index) {
    if (word.size() >= kShortest && names[index].starts_with(word)) return index;
  }
  return std::nullopt;
}

/// A day and what time of it was written; a midnight that ends a day begins the next.
std::optional<Published> published_at(std::chrono::sys_days day, std::optional<seconds> time, minutes zone) {
  constexpr seconds kDay{86400};
  Published published{day, time, zone};
  if (time && *time >= kDay) published = {day + days{1}, *time - kDay, zone};
  const auto year = static_cast<int>(std::chrono::year_month_day{published.day}.year());
  return year >= 1 && year <= 9999 ? std::optional(published) : std::nullopt;
}

/// A zone at the end: a name, a distance, both (`GMT+4`), `Z` behind a distance, a distance that lost its
/// plus.
std::optional<minutes> read_zone(StampCursor& cursor) {
  minutes zone{0};
  const bool blank = cursor.skip_blanks();
  const std::size_t letters = cursor.letters_here();
  if (letters > 0) {
    const auto known = zone_of_name(cursor.word());
    if (!known) return std::nullopt;
    zone = *known;
    cursor.skip_blanks();
  }
  if (cursor.peek() == '+' || cursor.peek() == '-') {
    const auto distance = read_stamp_offset(cursor);
    if (!distance) return std::nullopt;
    zone = *distance;
    cursor.skip_any("Zz");
  } else if (blank && letters == 0 && cursor.digits_here() > 0) {
    const std::string with_plus = '+' + std::string(cursor.rest());
    StampCursor again(with_plus);
    const auto distance = read_stamp_offset(again);
    if (!distance || !again.at_end()) return std::nullopt;
    return distance;
  }
  cursor.skip_blanks();
  return cursor.at_end() ? std::optional(zone) : std::nullopt;
}

/// The year first: ISO 8601, RFC 3339, W3CDTF.
std::optional<Published> read_iso(std::string_view text) {
  StampCursor cursor(text);
  const Day day = read_iso_day(cursor);
  if (!day) return std::nullopt;
  const bool is_run_on = cursor.digits_here() == 4 || cursor.digits_here() == 6;  // `20240312093000`
  cursor.skip_any(",");
  const bool blank = cursor.skip_blanks();
  const bool letter = cursor.skip_any("tT_");
  cursor.skip_blanks();
  if (cursor.at_end()) return published_at(*day, std::nullopt, minutes{0});
  std::optional<seconds> time;
  if (cursor.digits_here() == 2 && cursor.peek(2) != ':' && cursor.peek(2) != '.' && letter) {
    const int hour = *cursor.number(2, 2);
    if (hour <= 24) time = seconds{hour * 3600};
  } else if (blank || letter || is_run_on) {
    time = read_stamp_clock(cursor);
  } else if (read_zone(cursor)) {
    return published_at(*day, std::nullopt, minutes{0});  // `2024-03-12Z`, `2024-03-12+04:00`: XML Schema
  }
  const auto zone = time ? read_zone(cursor) : std::nullopt;
  return zone ? published_at(*day, time, *zone) : std::nullopt;
}

/// Unix seconds or milliseconds.
std::optional<Published> read_count(std::string_view text) {
  constexpr std::size_t kMilliseconds = 13;
  const StampCursor cursor(text);
  if (cursor.digits_here() != text.size()) return std::nullopt;
  if (text.size() != 9 && text.size() != 10 && text.size() != kMilliseconds) return std::nullopt;
  std::int64_t count = 0;
  for (const char digit : text) count = count * 10 + (digit - '0');
  const std::chrono::sys_seconds moment{seconds{text.size() == kMilliseconds ? count / 1000 : count}};
  const auto day = std::chrono::floor<days>(moment);
  return published_at(day, moment - day, minutes{0});
}

/// Day, month in English letters, year, time and zone, in any order in which each can be told.
class LooseStamp {
 public:
  explicit LooseStamp(std::string_view text) : cursor_(text) {}

  std::optional<Published> read() {
    while (!cursor_.at_end()) {
      if (!read_next()) return std::nullopt;
    }
    if (!day_ || !month_ || !year_) return std::nullopt;
    const Day day = make_day(*year_, *month_, *day_);
    return day ? published_at(*day, time_, zone_) : std::nullopt;
  }

 private:
  bool read_next() {
    if (cursor_.skip_any(" \t\r\n,./")) return true;
    if (cursor_.letters_here() > 0) return take_word(lower(cursor_.word()));
    if (cursor_.digits_here() > 0) return take_number();
    if (time_ && (cursor_.peek() == '+' || cursor_.peek() == '-')) return take_offset();
    return cursor_.skip_any(time_ ? "-" : "-:");
  }

  bool take_word(const std::string& word) {
    if (const auto month = word == "sept" ? std::optional(8U) : named(kMonths, word)) {
      return !std::exchange(month_, *month + 1);
    }
    if (named(kWeekdays, word) || word == "weds" || word == "thurs" || word == "thu") return true;
    const bool is_ordinal = word == "st" || word == "nd" || word == "rd" || word == "th";
    if (is_ordinal || (!time_ && (word == "t" || word == "of" || word == "at"))) return true;
    if (!time_ || has_zone_) return false;
    const auto zone = zone_of_name(word);
    if (zone) zone_ = *zone;
    has_zone_ = true;
    return zone.has_value();
  }

  bool take_offset() {
    const auto distance = read_stamp_offset(cursor_);
    if (distance) zone_ = *distance;
    has_zone_ = true;
    return distance.has_value();
  }

  bool take_number() {
    const std::size_t digits = cursor_.digits_here();
    const bool is_clock =
        (digits <= 2 && cursor_.peek(digits) == ':') || (year_ && !time_ && (digits == 4 || digits == 6));
    if (is_clock) return !time_ && (time_ = read_stamp_clock(cursor_));
    if (digits > 4) return false;
    const int number = *cursor_.number(1, 4);
    if (digits <= 2 && !day_) {
      day_ = number;
      return true;
    }
    if (year_) return false;
    constexpr int kCentury = 100;
    constexpr int kPivot = 50;  // RFC 2822, 4.3
    year_ = number;
    if (digits == 3) year_ = number + 1900;
    if (digits <= 2) year_ = number + (number < kPivot ? 20 : 19) * kCentury;
    return *year_ > 0;
  }

  StampCursor cursor_;
  std::optional<int> day_;
  std::optional<unsigned> month_;
  std::optional<int> year_;
  std::optional<seconds> time_;
  minutes zone_{0};
  bool has_zone_ = false;
};

/// Without blanks around and without comments: `(Armenia Standard Time)`, `[Europe/Paris]`.
std::string without_comments(std::string_view text) {
  std::string plain;
  std::size_t depth = 0;
  for (const char byte : text) {
    if (byte == '(' || byte == '[') ++depth;
    if (depth == 0) plain += byte;
    if ((byte == ')' || byte == ']') && depth > 0) --depth;
  }
  constexpr std::string_view kBlanks = " \t\r\n";
  const std::size_t begin = plain.find_first_not_of(kBlanks);
  if (begin == std::string::npos) return {};
  return plain.substr(begin, plain.find_last_not_of(kBlanks) - begin + 1);
}

/// Zero as programs count time: nobody published anything in that second.
bool is_zero(const Published& published) {
  const std::chrono::year_month_day date{published.day};
  const bool is_midnight = published.time.value_or(seconds{0}) == seconds{0};
  if (date == std::chrono::year{1} / std::chrono::January / 1) return is_midnight;
  return published.time && published.utc_seconds() == 0;
}

}  // namespace

std::optional<Published> parse_date_stamp(std::string_view text) {
  constexpr std::size_t kLongestDate = 200;
  if (text.size() > kLongestDate) return std::nullopt;
  const std::string plain = without_comments(text);
  std::optional<Published> date = read_iso(plain);
  if (!date) date = read_count(plain);
  if (!date) date = LooseStamp(plain).read();
  if (!date) {
    const auto written = find_date(plain);
    if (written) date = written->published;
  }
  return date && !is_zero(*date) ? date : std::nullopt;
}

bool is_ahead_of(const Published& published, std::chrono::sys_seconds now) {
  constexpr days kTolerance{2};
  return published.utc_seconds() > (now + kTolerance).time_since_epoch().count();
}

}  // namespace newsline
