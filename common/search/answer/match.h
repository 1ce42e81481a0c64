// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>
#include <optional>
#include <vector>

#include "common/index/glass/snapshot.h"
#include "common/search/family/family.h"
#include "common/search/page.h"
#include "common/search/paging/ranked.h"
#include "common/search/story/fold.h"

/// For the files of common/search only: this header mentions Xapian.
namespace newsline {

/// What the index says to a question, before any article is read.
struct Match {
  std::vector<Ranked> hits;    ///< the page that was asked for
  std::uint64_t passed = 0;    ///< how many come before it
  bool more = false;           ///< whether others come behind it
  Xapian::doccount total = 0;  ///< how many match in all
  std::vector<Facet> facets;
  std::optional<Folded> folded{};  ///< where a story is one hit
  std::uint64_t stories = 0;       ///< as Page::stories
  std::uint64_t sources = 0;       ///< as Page::sources
  bool partial = false;
};

/// Asks the index; a second time, relaxed, where the first finds nothing and the request allows it. Totals
/// and facets are exact. The page begins behind a position, if one is given. Throws Xapian's exceptions, and
/// Error{usage} of compile().
[[nodiscard]] Match match(const Request& request, const Families& families, const Snapshot& database,
                          const std::optional<Position>& behind = std::nullopt);

/// The page of what is like an article: what matches the plan and weighs so much at least, by relevance. Of
/// the request, the question, the order and the cursor do not count.
[[nodiscard]] Match match_like(const Request& request, const Plan& plan, double least_weight,
                               const Snapshot& database);

}  // namespace newsline
