// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/text/published.h"

#include <fmt/format.h>

#include <cstdlib>

namespace newsline {
namespace {

using std::chrono::minutes;
using std::chrono::seconds;
using std::chrono::sys_days;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// What is left to read of a date.
class Reader {
 public:
  explicit Reader(std::string_view text) : rest_(text) {}

  [[nodiscard]] bool at_end() const { return rest_.empty(); }

  bool skip(char wanted) {
    if (rest_.empty() || rest_.front() != wanted) return false;
    rest_.remove_prefix(1);
    return true;
  }

  bool skip_any(std::string_view wanted) {
    if (rest_.empty() || wanted.find(rest_.front()) == std::string_view::npos) return false;
    rest_.remove_prefix(1);
    return true;
  }

  /// A number of exactly `count` digits.
  std::optional<int> digits(std::size_t count) {
    if (rest_.size() < count) return std::nullopt;
    int value = 0;
    for (const char c : rest_.substr(0, count)) {
      if (!is_digit(c)) return std::nullopt;
      value = value * 10 + (c - '0');
    }
    rest_.remove_prefix(count);
    return value;
  }

  /// As many digits as there are, at least one.
  bool skip_digits() {
    std::size_t count = 0;
    while (count < rest_.size() && is_digit(rest_[count])) ++count;
    rest_.remove_prefix(count);
    return count > 0;
  }

 private:
  std::string_view rest_;
};

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kBlanks = " \t\r\n";
  const auto begin = text.find_first_not_of(kBlanks);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kBlanks) - begin + 1);
}

std::optional<sys_days> read_day(Reader& in) {
  const auto year = in.digits(4);
  const bool dashes = year && in.skip('-');
  const auto month = in.digits(2);
  if (!year || !month || (dashes && !in.skip('-'))) return std::nullopt;
  const auto day = in.digits(2);
  if (!day || *year < 1) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year{*year},
                                         std::chrono::month{static_cast<unsigned>(*month)},
                                         std::chrono::day{static_cast<unsigned>(*day)}};
  if (!date.ok()) return std::nullopt;
  return sys_days{date};
}

/// Seconds and fraction behind hours and minutes; 0 where none are written, nothing where they are wrong.
std::optional<int> read_seconds(Reader& in, bool colons) {
  const bool written = colons ? in.skip(':') : true;
  if (!written) return 0;
  const auto second = in.digits(2);
  if (!second) return colons ? std::nullopt : std::optional<int>(0);
  if (*second > 60) return std::nullopt;
  if (in.skip_any(".,") && !in.skip_digits()) return std::nullopt;
  return *second == 60 ? 59 : *second;
}

std::optional<seconds> read_time(Reader& in) {
  const auto hour = in.digits(2);
  if (!hour || *hour > 23) return std::nullopt;
  const bool colons = in.skip(':');
  const auto minute = in.digits(2);
  if (!minute || *minute > 59) return std::nullopt;
  const auto second = read_seconds(in, colons);
  if (!second) return std::nullopt;
  return seconds{*hour * 3600 + *minute * 60 + *second};
}

std::optional<minutes> read_zone(Reader& in) {
  if (in.skip_any("Zz") || in.at_end()) return minutes{0};
  const bool west = in.skip('-');
  if (!west && !in.skip('+')) return std::nullopt;
  const auto hour = in.digits(2);
  if (!hour || *hour > 23) return std::nullopt;
  int minute = 0;
  if (!in.at_end()) {
    in.skip(':');
    const auto written = in.digits(2);
    if (!written || *written > 59) return std::nullopt;
    minute = *written;
  }
  const minutes distance{*hour * 60 + minute};
  return west ? -distance : distance;
}

}  // namespace

std::int64_t Published::utc_seconds() const {
  const seconds midnight = day.time_since_epoch();
  if (!time) return midnight.count();
  return (midnight + *time - zone).count();
}

std::string iso8601(std::chrono::sys_days day) {
  const std::chrono::year_month_day date{day};
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                     static_cast<unsigned>(date.day()));
}

std::string iso8601(const Published& published) {
  std::string text = iso8601(published.day);
  if (!published.time) return text;
  const auto second = published.time->count();
  text += fmt::format("T{:02}:{:02}:{:02}", second / 3600, second / 60 % 60, second % 60);
  const auto zone = published.zone.count();
  if (zone == 0) return text + 'Z';
  const auto distance = std::abs(zone);
  return text + fmt::format("{}{:02}:{:02}", zone < 0 ? '-' : '+', distance / 60, distance % 60);
}

std::optional<Published> parse_iso8601(std::string_view text) {
  Reader in(trimmed(text));
  Published published;
  const auto day = read_day(in);
  if (!day) return std::nullopt;
  published.day = *day;
  if (in.at_end()) return published;
  if (!in.skip_any("Tt ")) return std::nullopt;
  published.time = read_time(in);
  if (!published.time) return std::nullopt;
  const auto zone = read_zone(in);
  if (!zone || !in.at_end()) return std::nullopt;
  published.zone = *zone;
  return published;
}

}  // namespace newsline
