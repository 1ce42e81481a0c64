// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <vector>

#include "common/index/glass/snapshot.h"
#include "common/search/scan/sorted.h"

/// Newest first, without a look at everything that matches. For the files of common/search only: this header
/// mentions Xapian.
namespace newsline {

/// That section, whose order is SortOrder::newest, of the `total` matches of a plan. Looks only into the
/// latest months and days, as many as the page seems to need and then more, and sorts all matches only where
/// that is about as quick. Throws Xapian's exceptions.
[[nodiscard]] std::vector<Ranked> newest_first(const Plan& plan, const Section& section,
                                               Xapian::doccount total, const Snapshot& database);

}  // namespace newsline
