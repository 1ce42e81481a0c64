// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <optional>
#include <string_view>

#include "common/text/date/stamp_cursor.h"

namespace newsline {

/// A time of day, 0 to 24 hours: `09:30`, `9:30:15.25`, `0930`, `093015`, with `AM` or `p.m.` behind it.
/// Nothing where there is none or no clock shows it; the cursor may have moved then.
[[nodiscard]] std::optional<std::chrono::seconds> read_stamp_clock(StampCursor& cursor);

/// A distance from UTC behind its sign: `+04:00`, `-0330`, `+4`; less than a day.
[[nodiscard]] std::optional<std::chrono::minutes> read_stamp_offset(StampCursor& cursor);

/// What the name of a zone means, in any case: its distance from UTC, zero where it says nothing.
[[nodiscard]] std::optional<std::chrono::minutes> zone_of_name(std::string_view name);

}  // namespace newsline
