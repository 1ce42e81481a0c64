// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>

#include "common/console/output.h"
#include "common/index/update.h"

namespace newsline {

/// What a run has done so far, on one line of at most `columns` columns, safe for a terminal; of a path that
/// is too long the end is shown.
[[nodiscard]] std::string progress_line(const RunReport& so_far, std::uint64_t files_to_read,
                                        const std::string& path, double seconds, std::size_t columns);

/// A line on a terminal that is written over and over, ten times a second at most.
class ProgressBar {
 public:
  /// `errors` writes to standard error; where `is_shown` is false, nothing is ever written.
  ProgressBar(Output& errors, bool is_shown) : errors_(errors), is_shown_(is_shown) {}

  void show(const RunReport& so_far, std::uint64_t files_to_read, const std::string& path);
  /// Takes the line away; to be called before anything else is written to the terminal.
  void clear();

 private:
  using Clock = std::chrono::steady_clock;

  Output& errors_;
  bool is_shown_;
  bool is_drawn_ = false;
  Clock::time_point begun_ = Clock::now();
  Clock::time_point drawn_at_;
};

}  // namespace newsline
