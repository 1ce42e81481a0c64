// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <vector>

#include "common/search/page.h"

/// For the files of common/search only: this header mentions Xapian.
namespace newsline {

/// What the index says to a question, before any article is read.
struct Match {
  Xapian::MSet hits;           ///< the page that was asked for
  Xapian::doccount total = 0;  ///< how many match in all
  std::vector<Facet> facets;
  bool partial = false;
};

/// Asks the index; a second time, relaxed, where the first finds nothing and the request allows it. Totals
/// and facets are exact. Throws Xapian's exceptions, and Error{usage} of compile().
[[nodiscard]] Match match(const Request& request, const Xapian::Database& database);

}  // namespace newsline
