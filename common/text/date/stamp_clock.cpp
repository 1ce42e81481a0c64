// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/text/date/stamp_clock.h"

#include <algorithm>
#include <array>
#include <string>

namespace newsline {
namespace {

using std::chrono::minutes;
using std::chrono::seconds;

struct Zone {
  std::string_view name;
  int quarters;  ///< of an hour, east of UTC
};

/// Names of RFC 822, and names that feeds use for one zone.
constexpr std::array kZones{
    Zone{"ut", 0},    Zone{"utc", 0},    Zone{"gmt", 0},    Zone{"z", 0},     Zone{"est", -20},
    Zone{"edt", -16}, Zone{"et", -20},   Zone{"cst", -24},  Zone{"cdt", -20}, Zone{"ct", -24},
    Zone{"mst", -28}, Zone{"mdt", -24},  Zone{"mt", -28},   Zone{"pst", -32}, Zone{"pdt", -28},
    Zone{"pt", -32},  Zone{"ast", -16},  Zone{"adt", -12},  Zone{"at", -16},  Zone{"nst", -14},
    Zone{"ndt", -10}, Zone{"akst", -36}, Zone{"akdt", -32}, Zone{"hst", -40}, Zone{"hast", -40},
    Zone{"wet", 0},   Zone{"west", 4},   Zone{"bst", 4},    Zone{"cet", 4},   Zone{"cest", 8},
    Zone{"met", 4},   Zone{"mest", 8},   Zone{"mez", 4},    Zone{"mesz", 8},  Zone{"eet", 8},
    Zone{"eest", 12}, Zone{"msk", 12},   Zone{"msd", 16},   Zone{"trt", 12},  Zone{"irst", 14},
    Zone{"azt", 16},  Zone{"samt", 16},  Zone{"pkt", 20},   Zone{"uzt", 20},  Zone{"yekt", 20},
    Zone{"ist", 22},  Zone{"npt", 23},   Zone{"omst", 24},  Zone{"ict", 28},  Zone{"krat", 28},
    Zone{"wib", 28},  Zone{"hkt", 32},   Zone{"sgt", 32},   Zone{"awst", 32}, Zone{"irkt", 32},
    Zone{"pht", 32},  Zone{"jst", 36},   Zone{"kst", 36},   Zone{"yakt", 36}, Zone{"acst", 38},
    Zone{"acdt", 42}, Zone{"aest", 40},  Zone{"aedt", 44},  Zone{"vlat", 40}, Zone{"nzst", 48},
    Zone{"nzdt", 52}, Zone{"sast", 8},   Zone{"cat", 8},    Zone{"eat", 12},  Zone{"wat", 4},
    Zone{"brt", -12}, Zone{"brst", -8},  Zone{"art", -12},  Zone{"clt", -16}, Zone{"clst", -12},
    Zone{"cot", -20}, Zone{"pet", -20},  Zone{"vet", -16},  Zone{"uyt", -12}, Zone{"chst", 40},
};

std::string lower(std::string_view text) {
  std::string lowered(text);
  for (char& byte : lowered) byte = byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte + 32) : byte;
  return lowered;
}

/// Minutes and seconds as they stand behind an hour.
struct Rest {
  int minute = 0;
  int second = 0;
};

std::optional<Rest> read_behind_hour(StampCursor& cursor, bool is_basic) {
  Rest rest;
  if (!is_basic && !cursor.skip_any(":.")) return std::nullopt;
  const auto minute = cursor.number(is_basic ? 2 : 1, 2);
  if (!minute || cursor.digits_here() == 1) return std::nullopt;
  rest.minute = *minute;
  const bool has_second = is_basic ? cursor.digits_here() == 2 : cursor.skip_any(":");
  if (has_second) {
    const auto second = cursor.number(1, 2);
    if (!second) return std::nullopt;
    rest.second = *second;
    if (cursor.skip_any(".,:")) {
      if (cursor.digits_here() == 0) return std::nullopt;
      cursor.skip(cursor.digits_here());
    }
  }
  if (cursor.digits_here() > 0) return std::nullopt;
  return rest;
}

/// `AM`, `p.m.`: the hour of the day; nothing where the two contradict each other.
std::optional<int> hour_of_day(StampCursor& cursor, int hour) {
  StampCursor ahead = cursor;
  ahead.skip_blanks();
  const char half = static_cast<char>(ahead.peek() | 0x20);
  ahead.skip_any("aApP");
  ahead.skip_any(".");
  const bool is_half = (half == 'a' || half == 'p') && ahead.skip_any("mM") && ahead.letters_here() == 0;
  if (!is_half) return hour;
  ahead.skip_any(".");
  cursor = ahead;
  if (hour > 12) return half == 'p' ? std::optional(hour) : std::nullopt;  // `15:30 PM`
  return hour % 12 + (half == 'p' ? 12 : 0);
}

}  // namespace

std::optional<seconds> read_stamp_clock(StampCursor& cursor) {
  const std::size_t digits = cursor.digits_here();
  const bool is_basic = digits == 4 || digits == 6;
  if (!is_basic && (digits < 1 || digits > 2)) return std::nullopt;
  const auto hour = cursor.number(1, 2);
  const auto rest = hour ? read_behind_hour(cursor, is_basic) : std::nullopt;
  if (!rest || rest->minute > 59 || rest->second > 60) return std::nullopt;
  const auto hour24 = hour_of_day(cursor, *hour);
  if (!hour24 || *hour24 > 24) return std::nullopt;
  if (*hour24 == 24 && rest->minute + rest->second > 0) return std::nullopt;
  return seconds{*hour24 * 3600 + rest->minute * 60 + std::min(rest->second, 59)};
}

std::optional<minutes> read_stamp_offset(StampCursor& cursor) {
  const bool west = cursor.peek() == '-';
  if (!cursor.skip_any("+-")) return std::nullopt;
  const std::size_t digits = cursor.digits_here();
  const auto hour = cursor.number(1, digits == 3 ? 1 : 2);
  int minute = 0;
  if (digits > 2 || cursor.skip_any(":")) {
    const auto written = cursor.number(2, 2);
    if (!written) return std::nullopt;
    minute = *written;
  }
  if (!hour || *hour > 23 || minute > 59 || cursor.digits_here() > 0) return std::nullopt;
  const minutes distance{*hour * 60 + minute};
  return west ? -distance : distance;
}

std::optional<minutes> zone_of_name(std::string_view name) {
  constexpr std::size_t kLongestName = 5;
  constexpr int kMinutes = 15;
  if (name.size() > kLongestName || name.empty()) return std::nullopt;
  const std::string wanted = lower(name);
  const auto* const zone =
      std::find_if(kZones.begin(), kZones.end(), [&](const Zone& known) { return known.name == wanted; });
  return minutes{zone == kZones.end() ? 0 : zone->quarters * kMinutes};
}

}  // namespace newsline
