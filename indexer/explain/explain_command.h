// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/console/output.h"
#include "indexer/options.h"

namespace newsline {

/// `explain`: how a file is read, as it is read. Returns the exit code: 0, or 3 where something in it is
/// rejected. Throws Error{usage} for a format that does not exist, and for what is no file.
int explain_command(const IndexerOptions& options, Output& output);

}  // namespace newsline
