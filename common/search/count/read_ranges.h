// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>
#include <vector>

#include "common/index/glass/snapshot.h"
#include "common/search/page.h"

/// For the files of common/search only: this header mentions Xapian.
namespace newsline {

/// How many of these documents (ascending) were read how often: one range from each bound (ascending) to
/// before the next, the last open, and one below the first bound where that is not 0. Empty ranges are there,
/// so that the counts and `without` add up to the documents. Throws Error{data} at a damaged value.
[[nodiscard]] Facet count_reads(const std::vector<std::uint64_t>& bounds,
                                const std::vector<Xapian::docid>& documents, const Snapshot& database);

}  // namespace newsline
