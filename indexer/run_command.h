// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/console/output.h"
#include "indexer/options.h"

namespace newsline {

/// `update` and `rebuild`: the rejections and, on a terminal, the progress go to `errors`, one line of
/// summary to `output`. Returns the exit code: 0, 3, or 128 + the signal that stopped the run. Throws Error.
int run_command(const IndexerOptions& options, bool is_terminal, Output& output, Output& errors);

}  // namespace newsline
