// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <string>
#include <vector>

#include "common/index/glass/snapshot.h"
#include "common/search/scan/plan.h"
#include "common/search/snippet/wanted.h"

/// What else there is to read. For the files of common/search only: this header mentions Xapian.
namespace newsline {

/// A word or tag that sets an article apart from the others.
struct DistinctiveTerm {
  std::string term;  ///< in the index
  double weight = 0;
};

/// Words of the article that are much more frequent in it than elsewhere, by the divergence from randomness
/// (Amati, Probability Models for Information Retrieval Based on Divergence from Randomness, 2003: Bo1), and
/// its tags; those that another story has too. Heaviest first.
struct DistinctiveTerms {
  std::vector<DistinctiveTerm> words;
  std::vector<DistinctiveTerm> tags;
};
[[nodiscard]] DistinctiveTerms distinctive_terms(Xapian::docid document, const Snapshot& database);

/// Articles that have some of these, but not that document or any of its story.
[[nodiscard]] Plan related_plan(const DistinctiveTerms& terms, Xapian::docid document,
                                const Snapshot& database);

/// Those words, for snippets.
[[nodiscard]] Wanted wanted_by(const DistinctiveTerms& terms);

/// What the document itself would weigh.
[[nodiscard]] double own_weight(const DistinctiveTerms& terms, Xapian::docid document,
                                const Snapshot& database);

}  // namespace newsline
