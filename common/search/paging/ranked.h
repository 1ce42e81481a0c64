// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <optional>
#include <string>
#include <vector>

#include "common/index/glass/snapshot.h"
#include "common/search/paging/position.h"
#include "common/search/scan/scan.h"

/// Putting matches that were weighed into their order. For the files of common/search only: this header
/// mentions Xapian.
namespace newsline {

/// Which part of a ranking is wanted.
struct Part {
  std::optional<Position> behind;  ///< nothing: from the start
  std::size_t offset = 0;          ///< to be passed over first
  std::size_t limit = 0;
  const std::vector<Xapian::docid>* dropped = nullptr;  ///< ascending: matches that are no hits
};

/// Position::state of this document.
[[nodiscard]] std::string state_of(Xapian::docid document, const Snapshot& database);

/// That part of the matches (ascending by document), heaviest first, equal ones in the order of
/// schema::slot::kNewest. The hit before a position is looked for in the matches, so that what it weighs now
/// counts; where it is none of them any more or has changed itself, what it weighed then. Cost: one look at
/// each match, and a value for each of the part that weighs as much as another.
[[nodiscard]] std::vector<Ranked> best_of(std::vector<Ranked> matches, const Part& part,
                                          const Snapshot& database);

}  // namespace newsline
