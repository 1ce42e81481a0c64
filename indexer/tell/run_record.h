// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "common/article/rejection.h"
#include "common/error.h"
#include "common/index/update.h"

namespace newsline {

/// What is written about a run for programs that watch over it.
struct RunRecord {
  struct Rejected {
    Rejection rejection;
    bool is_new = true;  ///< false: the file was read by an earlier run and has not changed
  };
  /// More of one kind than this are only counted.
  static constexpr std::size_t kMostListed = 10'000;

  std::string command;
  std::string index;
  bool dry_run = false;
  std::chrono::system_clock::time_point started;
  double seconds = 0;  ///< from the start of the program's work to its end, waiting included
  int exit_code = 0;
  int stopped_by = 0;  ///< a signal; 0: none
  std::optional<Error> failure;
  RunReport report;  ///< all zero after a failure
  RunChanges changes;
  std::vector<Rejected> rejected;  ///< the first kMostListed
  std::string generation;          ///< in use after the run; empty: there is none
  std::uint64_t index_bytes = 0;   ///< its size
};

/// The content of `--report`: one object of JSON, as OUTPUT.md describes it.
[[nodiscard]] std::string report_json(const RunRecord& record);

/// The content of `--metrics`, as OUTPUT.md describes it: Prometheus' text format, version 0.0.4. After a
/// failure, what was counted is left out.
[[nodiscard]] std::string metrics_text(const RunRecord& record);

}  // namespace newsline
