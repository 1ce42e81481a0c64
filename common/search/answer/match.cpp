// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/search/answer/match.h"

#include <algorithm>

#include "common/search/answer/compile_query.h"
#include "common/search/answer/facets.h"
#include "common/search/answer/order.h"
#include "common/search/count/filter.h"

namespace newsline {
namespace {

Xapian::doccount bounded(std::size_t number, Xapian::doccount limit) {
  return static_cast<Xapian::doccount>(std::min<std::size_t>(number, limit));
}

/// What the question finds without the tags that narrow it.
std::vector<Xapian::docid> all_matches(const QueryNode& query, const Xapian::Database& database,
                                       bool relaxed) {
  Xapian::Enquire enquire(database);
  enquire.set_query(compile(query, database, relaxed));
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  MatchedDocuments spy;
  enquire.add_matchspy(&spy);
  static_cast<void>(enquire.get_mset(0, 0, database.get_doccount()));
  return spy.documents();
}

Match match(const Request& request, const QueryNode& query, const Xapian::Database& database, bool relaxed) {
  Xapian::Enquire enquire(database);
  enquire.set_query(compile(query, database, relaxed));
  const auto keys = set_order(enquire, request.sort);
  MatchedDocuments spy;
  if (!request.facets.empty()) enquire.add_matchspy(&spy);
  // Looking at every document is what makes the total and the facets exact.
  const Xapian::doccount all = database.get_doccount();
  Match found;
  found.hits = enquire.get_mset(bounded(request.offset, all), bounded(request.limit, all), all);
  std::vector<Xapian::docid> sideways;
  const bool counts_sideways = is_counted_sideways(request);
  if (counts_sideways) sideways = all_matches(request.query, database, relaxed);
  found.facets =
      count_facets(request.facets, spy.documents(), database, counts_sideways ? &sideways : nullptr);
  found.partial = relaxed;
  return found;
}

}  // namespace

Match match(const Request& request, const Xapian::Database& database) {
  const QueryNode query = filtered(request);
  Match strict = match(request, query, database, false);
  const bool relax = request.relax && can_relax(query);
  if (!relax || strict.hits.get_matches_lower_bound() != 0) return strict;
  Match relaxed = match(request, query, database, true);
  return relaxed.hits.get_matches_lower_bound() != 0 ? relaxed : strict;
}

}  // namespace newsline
