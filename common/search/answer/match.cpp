// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/search/answer/match.h"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "common/search/answer/compile_query.h"
#include "common/search/answer/embargo.h"
#include "common/search/answer/facets.h"
#include "common/search/answer/newest.h"
#include "common/search/answer/order.h"

namespace newsline {
namespace {

Xapian::doccount bounded(std::size_t number, Xapian::doccount limit) {
  return static_cast<Xapian::doccount>(std::min<std::size_t>(number, limit));
}

bool is_term(const Xapian::Query& query) { return query.get_type() == Xapian::Query::LEAF_TERM; }

/// How many documents match, where the frequencies of terms tell.
std::optional<Xapian::doccount> known_total(const Xapian::Query& query, const Xapian::Database& database) {
  Xapian::Enquire enquire(database);
  enquire.set_query(query);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  const Xapian::MSet none = enquire.get_mset(0, 0);
  if (none.get_matches_lower_bound() != none.get_matches_upper_bound()) return std::nullopt;
  return none.get_matches_lower_bound();
}

/// All documents that match, ascending.
std::vector<Xapian::docid> all_matches(const Xapian::Query& query, const Xapian::Database& database) {
  if (is_term(query)) {
    const std::string term = *query.get_terms_begin();
    return {database.postlist_begin(term), database.postlist_end(term)};
  }
  Xapian::Enquire enquire(database);
  enquire.set_query(query);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  MatchedDocuments spy;
  enquire.add_matchspy(&spy);
  static_cast<void>(enquire.get_mset(0, 0, database.get_doccount()));
  return spy.documents();
}

/// The page in the order that was asked for; `spy`, if given, and the total of the page learn of every match.
Xapian::MSet sorted_page(const Request& request, const Xapian::Query& query, const Xapian::Database& database,
                         MatchedDocuments* spy, bool look_at_all) {
  const Xapian::doccount all = database.get_doccount();
  Xapian::Enquire enquire(database);
  enquire.set_query(query);
  const auto keys = set_order(enquire, request.sort);
  if (spy != nullptr) enquire.add_matchspy(spy);
  return enquire.get_mset(bounded(request.offset, all), bounded(request.limit, all), look_at_all ? all : 0);
}

/// Lets a search for the best find the total and the facets as well.
Match match_in_one_pass(const Request& request, const Xapian::Query& query,
                        const Xapian::Database& database) {
  Match found;
  MatchedDocuments spy;
  const bool counts = !request.facets.empty();
  found.hits = sorted_page(request, query, database, counts ? &spy : nullptr, true);
  found.total = found.hits.get_matches_lower_bound();
  found.facets = count_facets(request.facets, spy.documents(), database);
  return found;
}

/// Finds the page knowing how many documents match, or by which facets, so that it can leave most unseen.
Match match_in_two_passes(const Request& request, const Xapian::Query& query,
                          const Xapian::Database& database, std::optional<Xapian::doccount> total) {
  Match found;
  if (!total || !request.facets.empty()) {
    const std::vector<Xapian::docid> documents = all_matches(query, database);
    total = static_cast<Xapian::doccount>(documents.size());
    found.facets = count_facets(request.facets, documents, database);
  }
  found.total = *total;
  const Xapian::doccount all = database.get_doccount();
  found.hits = request.sort == SortOrder::newest
                   ? newest_first(query, database, found.total, bounded(request.offset, all),
                                  bounded(request.limit, all))
                   : sorted_page(request, query, database, nullptr, false);
  return found;
}

Match match(const Request& request, const Xapian::Database& database, bool relaxed) {
  const Xapian::Query query =
      without_hidden(compile(request.query, database, relaxed), database, request.now);
  const auto total = known_total(query, database);
  const bool may_leave_unseen = request.facets.empty() ? total.has_value() : is_term(query);
  const bool two = may_leave_unseen || request.sort == SortOrder::newest;
  Match found = two ? match_in_two_passes(request, query, database, total)
                    : match_in_one_pass(request, query, database);
  found.partial = relaxed;
  return found;
}

}  // namespace

Match match(const Request& request, const Xapian::Database& database) {
  Match strict = match(request, database, false);
  const bool relax = request.relax && can_relax(request.query);
  if (!relax || strict.total != 0) return strict;
  Match relaxed = match(request, database, true);
  return relaxed.total != 0 ? relaxed : strict;
}

}  // namespace newsline
