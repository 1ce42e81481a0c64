// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <string>

#include "common/index/glass/snapshot.h"
#include "common/search/archive.h"

/// For the files of common/search only: this header mentions Xapian.
namespace newsline {

/// As Archive::status(); `generation` is the name of the folder in `index` that holds the database. Throws
/// Xapian::DatabaseModifiedError if that has been removed. Cost: one
/// pass over the values of languages and sources, and over the list of files.
[[nodiscard]] ArchiveStatus status_of(const Snapshot& database, const std::string& index,
                                      const std::string& generation);

}  // namespace newsline
