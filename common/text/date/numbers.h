// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <optional>

#include "common/text/date/cursor.h"

namespace newsline {

using Day = std::optional<std::chrono::sys_days>;

/// Nothing where the calendar has no such day.
[[nodiscard]] Day make_day(int year, unsigned month, int day);

/// A number that may be a year; a Buddhist one only where `thai`.
[[nodiscard]] std::optional<int> read_year(DateCursor& cursor, bool thai = false);

/// A number of one or two digits; whether there is such a day or month is for make_day().
[[nodiscard]] std::optional<int> read_small(DateCursor& cursor);

/// `2024-03-12`, `2024/3/12`, `2024. 3. 12.`, `12.03.2024`, `25/03/2024`. Where there is none the cursor may
/// have moved.
[[nodiscard]] Day date_in_numbers(DateCursor& cursor);

}  // namespace newsline
