// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>
#include <optional>
#include <vector>

#include "common/search/family/family.h"
#include "common/search/page.h"
#include "common/search/paging/ranked.h"

/// For the files of common/search only: this header mentions Xapian.
namespace newsline {

/// What the index says to a question, before any article is read.
struct Match {
  std::vector<Ranked> hits;    ///< the page that was asked for
  std::uint64_t passed = 0;    ///< how many come before it
  bool more = false;           ///< whether others come behind it
  Xapian::doccount total = 0;  ///< how many match in all
  std::vector<Facet> facets;
  bool partial = false;
};

/// Asks the index; a second time, relaxed, where the first finds nothing and the request allows it. Totals
/// and facets are exact. The page begins behind a position, if one is given. Throws Xapian's exceptions, and
/// Error{usage} of compile().
[[nodiscard]] Match match(const Request& request, const Families& families, const Xapian::Database& database,
                          const std::optional<Position>& behind = std::nullopt);

}  // namespace newsline
