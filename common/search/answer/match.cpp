// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/search/answer/match.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "common/index/schema.h"
#include "common/search/answer/compile_query.h"
#include "common/search/answer/embargo.h"
#include "common/search/answer/facets.h"
#include "common/search/answer/newest.h"
#include "common/search/answer/order.h"
#include "common/search/count/filter.h"
#include "common/search/paging/mix.h"
#include "common/search/scan/sorted.h"

namespace newsline {
namespace {

/// A request, and how the index is asked for it.
struct Question {
  const Request& request;
  const Families& families;
  Plan plan;
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

  /// In an order that does not weigh.
  [[nodiscard]] Section section() const {
    return {order, behind ? behind->key : std::string(), dropped(), request.offset, limit()};
  }
};

/// The facets of the answer, whose documents are these.
std::vector<Facet> facets_of(const Question& question, const std::vector<Xapian::docid>& documents,
                             const Snapshot& database) {
  const Request& request = question.request;
  const Counting how{request.now, request.count_stories};
  if (!is_counted_sideways(request)) return count_facets(request.facets, documents, database, how);
  Plan wide = compile(request.query, database, question.families, question.relaxed);
  const auto sideways = matching_documents(without_hidden(std::move(wide), database, request.now), database);
  return count_facets(request.facets, documents, database, how, &sideways);
}

/// Lets a search in an order that does not weigh find the total and the facets as well.
Match match_in_one_pass(const Question& question, const Snapshot& database) {
  Match found;
  std::vector<Xapian::docid> documents;
  const bool counts = !question.request.facets.empty();
  Sorted sorted = sorted_matches(question.plan, question.section(), database, counts ? &documents : nullptr);
  found.hits = std::move(sorted.page);
  found.total = sorted.total;
  found.facets = facets_of(question, documents, database);
  return found;
}

/// Finds the newest knowing how many documents match, or by which facets, so that it can leave most unseen.
Match match_in_two_passes(const Question& question, const Snapshot& database,
                          std::optional<Xapian::doccount> total) {
  Match found;
  if (!total || !question.request.facets.empty()) {
    const std::vector<Xapian::docid> documents = matching_documents(question.plan, database);
    total = static_cast<Xapian::doccount>(documents.size());
    found.facets = facets_of(question, documents, database);
  }
  found.total = *total;
  const std::size_t dropped = question.folded ? question.folded->dropped.size() : 0;
  found.hits = newest_first(question.plan, question.section(),
                            found.total - static_cast<Xapian::doccount>(dropped), database);
  return found;
}

/// Finds the heaviest, the total and the facets at once. Of articles that belong to stories all are weighed,
/// as each story's heaviest is shown.
Match match_heaviest(Question& question, const Snapshot& database) {
  const Request& request = question.request;
  const std::size_t all = database.get_doccount();
  const std::size_t end = std::min(request.offset, all) + std::min(request.limit, all);
  std::vector<Xapian::docid> documents;
  const bool counts = !request.facets.empty();
  Noted noted;
  if (counts) noted.all = &documents;
  if (request.fold) noted.apart = schema::slot::kStory;
  Heaviest heaviest = heaviest_matches(question.plan, end, database, noted);
  if (request.fold) question.folded = folded(heaviest.apart, SortOrder::newest, database);
  std::vector<Ranked> matches;
  std::ranges::merge(heaviest.matches, heaviest.apart, std::back_inserter(matches), {}, &Ranked::document,
                     &Ranked::document);
  Match found;
  found.hits = best_of(std::move(matches), {std::nullopt, request.offset, request.limit, question.dropped()},
                       database);
  found.total = heaviest.total;
  if (counts) found.facets = facets_of(question, documents, database);
  return found;
}

/// Weighs everything that matches: where it begins at a weight, multiplies them or knows stories, none can be
/// left out before.
Match match_weighed(Question& question, const Snapshot& database) {
  const Request& request = question.request;
  Match found;
  std::vector<Ranked> matches = weighed_matches(question.plan, database);
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
Folded fold(const Question& question, const Snapshot& database) {
  std::vector<Ranked> matches;
  for (const Xapian::docid document : matching_documents(within_stories(question.plan), database))
    matches.push_back({document, 0});
  return folded(matches, question.order, database);
}

/// How many stories match, and articles that stand alone.
std::uint64_t count_stories(const Match& found, const Question& question, const Snapshot& database) {
  return found.total - (question.folded ? *question.folded : fold(question, database)).dropped.size();
}

Match match(Question& question, const Snapshot& database) {
  const Request& request = question.request;
  const bool is_weighed = question.order == SortOrder::relevance;
  if (is_weighed && (question.behind || request.mix.changes())) return match_weighed(question, database);
  if (is_weighed) return match_heaviest(question, database);
  if (request.fold) question.folded = fold(question, database);
  if (request.each_source_once)
    question.folded = first_of_sources(matching_documents(question.plan, database), question.order, database);
  if (question.order == SortOrder::newest)
    return match_in_two_passes(question, database, known_count(question.plan, database));
  return match_in_one_pass(question, database);
}

Match match(const Request& request, const QueryNode& tree, const Families& families, const Snapshot& database,
            const std::optional<Position>& behind, bool relaxed) {
  Plan plan = compile(tree, database, families, relaxed);
  Question question{request, families, without_hidden(std::move(plan), database, request.now),
                    relaxed, behind,   request.sort};
  const bool by_weight = request.sort == SortOrder::relevance;
  // Equal scores are told apart by date, and those of no words are all equal.
  if (by_weight && !weighs(question.plan, database)) question.order = SortOrder::newest;
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

Match match(const Request& request, const Families& families, const Snapshot& database,
            const std::optional<Position>& behind) {
  const QueryNode tree = filtered(request);
  Match strict = match(request, tree, families, database, behind, false);
  const bool relax = request.relax && can_relax(tree);
  if (!relax || strict.total != 0) return strict;
  Match relaxed = match(request, tree, families, database, behind, true);
  return relaxed.total != 0 ? relaxed : strict;
}

Match match_like(const Request& request, const Plan& plan, double least_weight, const Snapshot& database) {
  const std::optional<Position> start;
  const Families none;
  Question question{request,     none,  without_hidden(plan, database, request.now),
                    false,       start, SortOrder::relevance,
                    least_weight};
  Match found = match_weighed(question, database);
  if (request.fold) found.stories = count_stories(found, question, database);
  found.folded = std::move(question.folded);
  return found;
}

}  // namespace newsline
