// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace newsline {

/// When an article was published, as it was written: a day of the proleptic Gregorian calendar (year 1 to
/// 9999), perhaps with a time of day and the distance from UTC.
struct Published {
  std::chrono::sys_days day{};                 ///< the day as written, in its own zone
  std::optional<std::chrono::seconds> time{};  ///< since midnight of that day, 0 to 86399
  std::chrono::minutes zone{0};                ///< east of UTC, within a day; 0 where none was written

  /// Seconds since 1970-01-01T00:00:00Z; a day without a time counts from its midnight, UTC.
  [[nodiscard]] std::int64_t utc_seconds() const;

  bool operator==(const Published&) const = default;
};

/// ISO 8601: `2024-03-12` where no time is known, else `2024-03-12T09:30:00Z` or `...+04:00`.
[[nodiscard]] std::string iso8601(const Published& published);
[[nodiscard]] std::string iso8601(std::chrono::sys_days day);

/// Reads a whole ISO 8601 date (`2024-03-12`, `20240312`) or date and time (`2024-03-12T09:30`, with `:ss`,
/// fractions dropped, `Z`, `+04:00`, `+0400`, `+04`, a blank or `t` for `T`, `T093000`); a leap second counts
/// as :59. Blanks around are allowed, nothing else. Impossible dates (`2024-02-31`) are not dates.
[[nodiscard]] std::optional<Published> parse_iso8601(std::string_view text);

}  // namespace newsline
