// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <string>
#include <vector>

#include "common/index/glass/snapshot.h"
#include "common/search/page.h"
#include "common/search/scan/scan.h"

/// For the files of common/search only: this header mentions Xapian.
namespace newsline {

/// Which part of an order that does not weigh is wanted.
struct Section {
  SortOrder order = SortOrder::newest;
  std::string behind{};                                 ///< a key of the order; empty: from the start
  const std::vector<Xapian::docid>* dropped = nullptr;  ///< ascending: matches that are no hits
  std::size_t offset = 0;                               ///< to be passed over first
  std::size_t limit = 0;
};

struct Sorted {
  std::vector<Ranked> page;    ///< without weights
  std::string last_key{};      ///< of the last of the page
  Xapian::doccount total = 0;  ///< that match, dropped or not
};

/// That part of the matches of a plan. `all`, if given, takes in all documents that match, ascending. Cost:
/// as scan.h says, and a value or two of each match.
[[nodiscard]] Sorted sorted_matches(const Plan& plan, const Section& section, const Snapshot& database,
                                    std::vector<Xapian::docid>* all = nullptr);

}  // namespace newsline
