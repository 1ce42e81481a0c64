// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include "common/index/glass/snapshot.h"
#include "common/search/family/family.h"
#include "common/search/query/tree.h"
#include "common/search/scan/plan.h"

/// For the files of common/search only: this header mentions Xapian.
namespace newsline {

/// The tree as the index is asked. Filters (names, ranges, NOT) weigh nothing. A word of the text is its
/// term; a phrase is a phrase_plan(); a prefix is a synonym of the words that begin so, looked up in
/// `database` (Error{usage} beyond kMaxExpansion). If `relaxed`, AllOf asks for one of its words, phrases,
/// NEARs and prefixes, and for all of its other parts.
///
/// A word with a family is a synonym of it: its articles count as those of one word. What is nearer to the
/// word as it was asked weighs a little more on top (RELEVANCE.md).
[[nodiscard]] Plan compile(const QueryNode& node, const Snapshot& database, const Families& families,
                           bool relaxed);

/// Whether relaxing can change anything: an AllOf has two or more parts that are words, phrases, NEARs or
/// prefixes.
[[nodiscard]] bool can_relax(const QueryNode& node);

}  // namespace newsline
