// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/options.h"
#include "indexer/tell/log.h"

/// The commands that keep an index well. Each returns its exit code and throws Error.
namespace newsline {

int forget_command(const IndexerOptions& options, Log& log);
int sources_command(const IndexerOptions& options, Log& log);
/// Each problem is a warning; damage that is not repaired is Error{data}.
int check_command(const IndexerOptions& options, Log& log);
int rollback_command(const IndexerOptions& options, Log& log);

}  // namespace newsline
