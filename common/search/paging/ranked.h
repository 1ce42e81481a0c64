// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <optional>
#include <string>
#include <vector>

#include "common/search/paging/position.h"

/// Ranking by hand what Xapian has weighed. For the files of common/search only: this header mentions Xapian.
namespace newsline {

/// A document of an answer, and what it weighs.
struct Ranked {
  Xapian::docid document = 0;
  double weight = 0;
};

[[nodiscard]] std::vector<Ranked> ranked(const Xapian::MSet& hits);

/// All matches, ascending by document, as SortOrder::relevance weighs them.
[[nodiscard]] std::vector<Ranked> weighed_matches(const Xapian::Query& query,
                                                  const Xapian::Database& database);

/// A page of a ranking, and how many match, where that was to be counted.
struct BestMatches {
  std::vector<Ranked> page;
  std::optional<Xapian::doccount> total;
};

/// The matches from `offset` on, `limit` of them, as best_of() would choose them. Cost: one look at each
/// match, and rarely a second; if they need not be counted, Xapian passes over those that cannot be on the
/// page.
[[nodiscard]] BestMatches best_matches(const Xapian::Query& query, Xapian::doccount offset,
                                       Xapian::doccount limit, bool are_counted,
                                       const Xapian::Database& database);

/// Which part of a ranking is wanted.
struct Part {
  std::optional<Position> behind;  ///< nothing: from the start
  std::size_t offset = 0;          ///< to be passed over first
  std::size_t limit = 0;
  const std::vector<Xapian::docid>* dropped = nullptr;  ///< ascending: matches that are no hits
};

/// Position::state of this document.
[[nodiscard]] std::string state_of(const Xapian::Document& document);

/// That part of the matches (ascending by document), heaviest first, equal ones in the order of
/// schema::slot::kNewest. The hit before a position is looked for in the matches, so that what it weighs now
/// counts; where it is none of them any more or has changed itself, what it weighed then. Cost: one look at
/// each match, and a value for each of the part that weighs as much as another.
[[nodiscard]] std::vector<Ranked> best_of(std::vector<Ranked> matches, const Part& part,
                                          const Xapian::Database& database);

}  // namespace newsline
