// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <optional>
#include <string_view>

#include "common/text/published.h"

namespace newsline {

/// The date in a field that holds nothing else, as programs write it: RFC 822 and 2822 and their neighbours
/// (RFC 850, asctime, JavaScript's), RFC 3339, ISO 8601 in all forms (calendar, week and ordinal dates, basic
/// and extended), W3CDTF with its partial dates (`2024` and `2024-03` are their first day), Unix seconds and
/// milliseconds, and the broken forms of these that feeds carry: any order of day, month, time and zone, full
/// and misspelt weekdays, lost commas and plus signs, comments, zones in words, `24:00`. What is none of
/// these is read by find_date(). Two digits of a year are 2000 to 2049 or 1950 to 1999, three count from 1900
/// (RFC 2822, 4.3). A zone in words is its distance from UTC where the name is RFC 822's or in use for one
/// zone; other names, and RFC 822's letters but Z, say nothing (RFC 2822, 4.3). A leap second counts as :59.
/// Impossible dates are unknown; a time or zone that cannot be is left out. Unknown, too, are the values by
/// which programs say that they know none (the first second of 1970, and of the year 1). Linear; text of more
/// than 200 bytes is no date. Threads: any.
[[nodiscard]] std::optional<Published> parse_date_stamp(std::string_view text);

/// Whether an article says that it was published more than two days after `now`: clocks and zones go wrong by
/// so much, not by more. Such a date is kept, and the article counts as mended.
[[nodiscard]] bool is_ahead_of(const Published& published, std::chrono::sys_seconds now);

}  // namespace newsline
