// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/options.h"
#include "indexer/tell/log.h"

namespace newsline {

/// `update` and `rebuild`: rejections go to the log, on a terminal the progress, then a result of one line;
/// --report and --metrics are written also where the run fails. Returns the exit code: 0, 3, or 128 + the
/// signal that stopped the run. Throws Error.
int run_command(const IndexerOptions& options, bool is_terminal, Log& log);

}  // namespace newsline
