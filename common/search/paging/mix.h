// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "common/index/glass/snapshot.h"
#include "common/search/paging/ranked.h"

/// For the files of common/search only: this header mentions Xapian.
namespace newsline {

/// Multiplies the weight of each match (ascending by document) by what RankMix says of its article. Cost: two
/// values a match at most. Throws Error{data} at a damaged value.
void mix_in(std::vector<Ranked>& matches, const RankMix& mix, const Snapshot& database);

}  // namespace newsline
