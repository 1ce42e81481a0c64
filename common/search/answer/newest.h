// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include "common/search/paging/behind.h"

/// Newest first, without a look at everything that matches. For the files of common/search only: this header
/// mentions Xapian.
namespace newsline {

/// The hits from `offset` on, `limit` at most, in the order of schema::slot::kNewest; `total` documents
/// match. Looks only into the latest months and days, as many as the page seems to need and then more, and
/// sorts all matches only where that is about as quick. Text does not weigh. `behind`, if given, is a place
/// in that order from which hits and `offset` count. Throws Xapian's exceptions.
[[nodiscard]] Xapian::MSet newest_first(const Xapian::Query& query, const Xapian::Database& database,
                                        Xapian::doccount total, Xapian::doccount offset,
                                        Xapian::doccount limit, const Behind* behind = nullptr);

}  // namespace newsline
