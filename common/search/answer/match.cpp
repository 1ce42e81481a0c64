// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/search/answer/match.h"

#include <algorithm>

#include "common/search/answer/compile_query.h"
#include "common/search/answer/facets.h"
#include "common/search/answer/order.h"

namespace newsline {
namespace {

Xapian::doccount bounded(std::size_t number, Xapian::doccount limit) {
  return static_cast<Xapian::doccount>(std::min<std::size_t>(number, limit));
}

Match match(const Request& request, const Families& families, const Xapian::Database& database,
            bool relaxed) {
  Xapian::Enquire enquire(database);
  enquire.set_query(compile(request.query, database, families, relaxed));
  const auto keys = set_order(enquire, request.sort);
  MatchedDocuments spy;
  if (!request.facets.empty()) enquire.add_matchspy(&spy);
  // Looking at every document is what makes the total and the facets exact.
  const Xapian::doccount all = database.get_doccount();
  Match found;
  found.hits = enquire.get_mset(bounded(request.offset, all), bounded(request.limit, all), all);
  found.facets = count_facets(request.facets, spy.documents(), database);
  found.partial = relaxed;
  return found;
}

}  // namespace

Match match(const Request& request, const Families& families, const Xapian::Database& database) {
  Match strict = match(request, families, database, false);
  const bool relax = request.relax && can_relax(request.query);
  if (!relax || strict.hits.get_matches_lower_bound() != 0) return strict;
  Match relaxed = match(request, families, database, true);
  return relaxed.hits.get_matches_lower_bound() != 0 ? relaxed : strict;
}

}  // namespace newsline
