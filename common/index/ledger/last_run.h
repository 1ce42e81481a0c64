// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "common/index/update.h"

namespace newsline {

/// What schema::key::kLastRun remembers.
struct LastRun {
  std::string command;   ///< update or rebuild
  bool stopped = false;  ///< ended early, by RunObserver::stop_asked()
  RunReport report;
};

/// One object: command, started (ISO 8601, UTC), stopped, seconds, and the counts of RunReport under their
/// own names.
[[nodiscard]] std::string to_json(const LastRun& run);

}  // namespace newsline
