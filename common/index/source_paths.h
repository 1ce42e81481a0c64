// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <string>
#include <vector>

/// For the files of common/index and common/search only: this header mentions Xapian.
namespace newsline {

/// The paths that were given to the indexer, as path_text(), in the order in which they were first given.
/// Throws Error{data} for one that is damaged.
[[nodiscard]] std::vector<std::string> source_paths(const Xapian::Database& database);

}  // namespace newsline
