// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <vector>

#include "common/search/page.h"
#include "common/search/timeline/period.h"

namespace newsline {

/// Questions whose answers are to be counted over time, side by side.
struct TimelineRequest {
  /// One at least. What of them says which articles match counts; the order, the page, snippets and facets
  /// do not, and nothing is relaxed or corrected: counts are those of the question as it was asked.
  std::vector<Request> questions;
  PeriodUnit unit = PeriodUnit::month;
};

/// The articles of one answer.
struct TimelineCounts {
  std::uint64_t total = 0;
  std::uint64_t undated = 0;             ///< of these, without a date, and so in no period
  std::vector<std::uint64_t> by_period;  ///< as Timeline::periods
};

/// How many articles were published when, as they write the day themselves.
struct Timeline {
  PeriodUnit unit = PeriodUnit::month;
  /// First days, ascending without a gap, from the first period in which some question has an article to the
  /// last.
  std::vector<std::chrono::sys_days> periods;
  TimelineCounts archive;                 ///< everything that the index shows
  std::vector<TimelineCounts> questions;  ///< in the order of the request
};

/// Periods that a timeline may have at most.
inline constexpr std::size_t kMaxPeriods = 100'000;

}  // namespace newsline
