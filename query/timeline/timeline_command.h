// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "common/search/timeline/timeline.h"
#include "query/options.h"
#include "query/render/renderer.h"

namespace newsline {

/// Counts the questions of the options over time and writes it; gives the exit code. Throws Error.
[[nodiscard]] int draw_timeline(const Options& options, const std::string& index, std::chrono::sys_days today,
                                Look& look);

/// A timeline, and the questions as they were given, in the order of Timeline::questions.
struct TimelineAnswer {
  std::vector<std::string> questions;
  Timeline timeline;
};

/// One form each, as OUTPUT.md has them. They throw Error{cannot_write}.
void write_timeline_text(const TimelineAnswer& answer, Look& look);
void write_timeline_json(const TimelineAnswer& answer, Look& look);
void write_timeline_jsonl(const TimelineAnswer& answer, Look& look);
void write_timeline_csv(const TimelineAnswer& answer, Look& look);

}  // namespace newsline
