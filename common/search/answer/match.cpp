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
#include "common/search/count/filter.h"

namespace newsline {
namespace {

Xapian::doccount bounded(std::size_t number, Xapian::doccount limit) {
  return static_cast<Xapian::doccount>(std::min<std::size_t>(number, limit));
}

/// A request, and how Xapian is asked for it.
struct Question {
  const Request& request;
  const Families& families;
  Xapian::Query query;
  bool relaxed = false;
};

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

/// The facets of the answer, whose documents are these.
std::vector<Facet> facets_of(const Question& question, const std::vector<Xapian::docid>& documents,
                             const Xapian::Database& database) {
  const Request& request = question.request;
  if (!is_counted_sideways(request)) return count_facets(request.facets, documents, database, request.now);
  const Xapian::Query wide = compile(request.query, database, question.families, question.relaxed);
  const auto sideways = all_matches(without_hidden(wide, database, request.now), database);
  return count_facets(request.facets, documents, database, request.now, &sideways);
}

/// The page in the order that was asked for; `spy`, if given, and the total of the page learn of every match.
Xapian::MSet sorted_page(const Question& question, const Xapian::Database& database, MatchedDocuments* spy,
                         bool look_at_all) {
  const Xapian::doccount all = database.get_doccount();
  Xapian::Enquire enquire(database);
  const Request& request = question.request;
  enquire.set_query(question.query);
  const auto keys = set_order(enquire, request.sort);
  if (spy != nullptr) enquire.add_matchspy(spy);
  return enquire.get_mset(bounded(request.offset, all), bounded(request.limit, all), look_at_all ? all : 0);
}

/// Lets a search for the best find the total and the facets as well.
Match match_in_one_pass(const Question& question, const Xapian::Database& database) {
  Match found;
  MatchedDocuments spy;
  const bool counts = !question.request.facets.empty();
  found.hits = sorted_page(question, database, counts ? &spy : nullptr, true);
  found.total = found.hits.get_matches_lower_bound();
  found.facets = facets_of(question, spy.documents(), database);
  return found;
}

/// Finds the page knowing how many documents match, or by which facets, so that it can leave most unseen.
Match match_in_two_passes(const Question& question, const Xapian::Database& database,
                          std::optional<Xapian::doccount> total) {
  const Request& request = question.request;
  Match found;
  if (!total || !request.facets.empty()) {
    const std::vector<Xapian::docid> documents = all_matches(question.query, database);
    total = static_cast<Xapian::doccount>(documents.size());
    found.facets = facets_of(question, documents, database);
  }
  found.total = *total;
  const Xapian::doccount all = database.get_doccount();
  found.hits = request.sort == SortOrder::newest
                   ? newest_first(question.query, database, found.total, bounded(request.offset, all),
                                  bounded(request.limit, all))
                   : sorted_page(question, database, nullptr, false);
  return found;
}

Match match(const Request& request, const QueryNode& tree, const Families& families,
            const Xapian::Database& database, bool relaxed) {
  const Question question{request, families,
                          without_hidden(compile(tree, database, families, relaxed), database, request.now),
                          relaxed};
  const auto total = known_total(question.query, database);
  const bool may_leave_unseen = request.facets.empty() ? total.has_value() : is_term(question.query);
  const bool two = may_leave_unseen || request.sort == SortOrder::newest;
  Match found = two ? match_in_two_passes(question, database, total) : match_in_one_pass(question, database);
  found.partial = relaxed;
  return found;
}

}  // namespace

Match match(const Request& request, const Families& families, const Xapian::Database& database) {
  const QueryNode tree = filtered(request);
  Match strict = match(request, tree, families, database, false);
  const bool relax = request.relax && can_relax(tree);
  if (!relax || strict.total != 0) return strict;
  Match relaxed = match(request, tree, families, database, true);
  return relaxed.total != 0 ? relaxed : strict;
}

}  // namespace newsline
