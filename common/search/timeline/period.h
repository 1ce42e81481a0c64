// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <string>

namespace newsline {

/// By what time is divided.
enum class PeriodUnit { day, week, month, year };

/// The first day of the period that has this day. Weeks are those of ISO 8601: they begin on Monday.
[[nodiscard]] std::chrono::sys_days period_of(std::chrono::sys_days day, PeriodUnit unit);

/// The first day of the period behind the one that begins on `first`.
[[nodiscard]] std::chrono::sys_days next_period(std::chrono::sys_days first, PeriodUnit unit);

/// `2024-03-12`, `2024-W11`, `2024-03` or `2024`: ISO 8601. The year of a week is that of its Thursday.
[[nodiscard]] std::string period_name(std::chrono::sys_days first, PeriodUnit unit);

}  // namespace newsline
