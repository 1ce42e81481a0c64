// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/search/answer/match.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "common/search/answer/compile_query.h"
#include "common/search/answer/embargo.h"
#include "common/search/answer/facets.h"
#include "common/search/answer/newest.h"
#include "common/search/answer/order.h"
#include "common/search/count/filter.h"
#include "common/search/paging/behind.h"
#include "common/search/paging/mix.h"

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
  const std::optional<Position>& behind;
  SortOrder order;
  double least_weight = 0;
  std::optional<Folded> folded{};

  [[nodiscard]] const std::vector<Xapian::docid>* dropped() const {
    return folded ? &folded->dropped : nullptr;
  }

  /// Behind a position, one hit more than is shown tells whether there are more.
  [[nodiscard]] std::size_t limit() const { return request.limit + (behind ? 1 : 0); }
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

/// Whether some word of it weighs: names, ranges and NOT do not.
bool weighs(const Xapian::Query& query, const Xapian::Database& database) {
  Xapian::Enquire enquire(database);
  enquire.set_query(query);
  const auto keys = set_order(enquire, SortOrder::relevance);
  return enquire.get_mset(0, 0).get_max_possible() > 0;
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
  const Counting how{request.now, request.count_stories};
  if (!is_counted_sideways(request)) return count_facets(request.facets, documents, database, how);
  const Xapian::Query wide = compile(request.query, database, question.families, question.relaxed);
  const auto sideways = all_matches(without_hidden(wide, database, request.now), database);
  return count_facets(request.facets, documents, database, how, &sideways);
}

/// The page in the order that was asked for; `spy`, if given, and the total of the page learn of every match.
Xapian::MSet sorted_page(const Question& question, const Xapian::Database& database, MatchedDocuments* spy,
                         bool look_at_all, const Behind* behind = nullptr) {
  const Xapian::doccount all = database.get_doccount();
  Xapian::Enquire enquire(database);
  const Request& request = question.request;
  enquire.set_query(question.query);
  const auto keys = set_order(enquire, question.order);
  if (spy != nullptr) enquire.add_matchspy(spy);
  return enquire.get_mset(bounded(request.offset, all), bounded(question.limit(), all), look_at_all ? all : 0,
                          nullptr, behind);
}

/// Lets a search in an order that does not weigh find the total and the facets as well.
Match match_in_one_pass(const Question& question, const Xapian::Database& database) {
  Match found;
  MatchedDocuments spy;
  const bool counts = !question.request.facets.empty();
  const Xapian::MSet hits = sorted_page(question, database, counts ? &spy : nullptr, true);
  found.hits = ranked(hits);
  found.total = hits.get_matches_lower_bound();
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
  const Behind behind(question.order, question.behind ? question.behind->key : "", question.dropped());
  const Behind* const place = question.behind || question.folded ? &behind : nullptr;
  const std::size_t dropped = question.folded ? question.folded->dropped.size() : 0;
  const Xapian::doccount offset = bounded(request.offset, all);
  const Xapian::doccount limit = bounded(question.limit(), all);
  if (question.order == SortOrder::relevance) {
    found.hits = best_matches(question.query, offset, limit, false, database).page;
  } else if (question.order == SortOrder::newest) {
    found.hits =
        ranked(newest_first(question.query, database, found.total - static_cast<Xapian::doccount>(dropped),
                            offset, limit, place));
  } else {
    found.hits = ranked(sorted_page(question, database, nullptr, false, place));
  }
  return found;
}

/// Weighs and counts everything that matches, and nothing else.
Match match_without_facets(const Question& question, const Xapian::Database& database) {
  const Xapian::doccount all = database.get_doccount();
  BestMatches best = best_matches(question.query, bounded(question.request.offset, all),
                                  bounded(question.limit(), all), true, database);
  Match found;
  found.hits = std::move(best.page);
  found.total = *best.total;
  return found;
}

/// Weighs everything that matches and ranks it by hand: Xapian cannot begin at a weight, or multiply one, or
/// know a story, and tells equal weights apart by reading a value of every match.
Match match_weighed(Question& question, const Xapian::Database& database) {
  const Request& request = question.request;
  Match found;
  std::vector<Ranked> matches = weighed_matches(question.query, database);
  mix_in(matches, request.mix, database);
  std::erase_if(matches, [&](const Ranked& match) { return match.weight < question.least_weight; });
  found.total = static_cast<Xapian::doccount>(matches.size());
  if (request.fold) question.folded = folded(matches, SortOrder::newest, database);
  if (!request.facets.empty()) {
    std::vector<Xapian::docid> documents;
    documents.reserve(matches.size());
    for (const Ranked& match : matches) documents.push_back(match.document);
    found.facets = facets_of(question, documents, database);
  }
  found.hits = best_of(std::move(matches),
                       {question.behind, request.offset, question.limit(), question.dropped()}, database);
  return found;
}

/// What the matches that belong to stories are to one another, in an order that does not weigh.
Folded fold(const Question& question, const Xapian::Database& database) {
  std::vector<Ranked> matches;
  for (const Xapian::docid document : all_matches(within_stories(question.query), database))
    matches.push_back({document, 0});
  return folded(matches, question.order, database);
}

/// How many stories match, and articles that stand alone.
std::uint64_t count_stories(const Match& found, const Question& question, const Xapian::Database& database) {
  return found.total - (question.folded ? *question.folded : fold(question, database)).dropped.size();
}

Match match(Question& question, const Xapian::Database& database) {
  const Request& request = question.request;
  const bool is_weighed = question.order == SortOrder::relevance;
  if (is_weighed && (question.behind || request.fold || request.mix.changes()))
    return match_weighed(question, database);
  if (request.fold) question.folded = fold(question, database);
  if (request.each_source_once)
    question.folded = first_of_sources(all_matches(question.query, database), question.order, database);
  const auto total = known_total(question.query, database);
  const bool may_leave_unseen = request.facets.empty() ? total.has_value() : is_term(question.query);
  const bool two =
      may_leave_unseen || question.order == SortOrder::newest || question.behind || question.folded;
  if (two) return match_in_two_passes(question, database, total);
  if (!is_weighed) return match_in_one_pass(question, database);
  return request.facets.empty() ? match_without_facets(question, database)
                                : match_weighed(question, database);
}

Match match(const Request& request, const QueryNode& tree, const Families& families,
            const Xapian::Database& database, const std::optional<Position>& behind, bool relaxed) {
  const Xapian::Query compiled = compile(tree, database, families, relaxed);
  Question question{request, families, without_hidden(compiled, database, request.now),
                    relaxed, behind,   request.sort};
  const bool by_weight = request.sort == SortOrder::relevance;
  // Equal scores are told apart by date, and those of no words are all equal.
  if (by_weight && !weighs(question.query, database)) question.order = SortOrder::newest;
  Match found = match(question, database);
  if (request.fold || request.count_stories) found.stories = count_stories(found, question, database);
  const std::size_t dropped = question.folded ? question.folded->dropped.size() : 0;
  if (request.each_source_once) found.sources = found.total - dropped;
  found.folded = std::move(question.folded);
  found.partial = relaxed;
  found.passed = request.offset + (behind ? behind->passed : 0);
  found.more = !found.hits.empty() && request.offset + found.hits.size() < found.total - dropped;
  if (behind) found.more = request.limit != 0 && found.hits.size() > request.limit;
  if (found.hits.size() > request.limit) found.hits.pop_back();
  return found;
}

}  // namespace

Match match(const Request& request, const Families& families, const Xapian::Database& database,
            const std::optional<Position>& behind) {
  const QueryNode tree = filtered(request);
  Match strict = match(request, tree, families, database, behind, false);
  const bool relax = request.relax && can_relax(tree);
  if (!relax || strict.total != 0) return strict;
  Match relaxed = match(request, tree, families, database, behind, true);
  return relaxed.total != 0 ? relaxed : strict;
}

Match match_like(const Request& request, const Xapian::Query& query, double least_weight,
                 const Xapian::Database& database) {
  const std::optional<Position> start;
  const Families none;
  Question question{request,     none,  without_hidden(query, database, request.now),
                    false,       start, SortOrder::relevance,
                    least_weight};
  Match found = match_weighed(question, database);
  if (request.fold) found.stories = count_stories(found, question, database);
  found.folded = std::move(question.folded);
  return found;
}

}  // namespace newsline
