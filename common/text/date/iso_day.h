// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <optional>

#include "common/text/date/stamp_cursor.h"

namespace newsline {

/// A day with the year first, in any form of ISO 8601 and near ones: `2024-03-12`, `20240312`, `2024/3/12`,
/// `2024-072`, `2024-W11-2`, `2024-03`, `2024`. A part that is not written is the first. Nothing where there
/// is none or the calendar has no such day; the cursor may have moved then.
[[nodiscard]] std::optional<std::chrono::sys_days> read_iso_day(StampCursor& cursor);

}  // namespace newsline
