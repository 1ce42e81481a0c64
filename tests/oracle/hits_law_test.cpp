// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <string>
#include <vector>

#include "tests/oracle/asking.h"
#include "tests/oracle/indexed_world.h"
#include "tests/oracle/model.h"
#include "tests/support/effort.h"
#include "tests/text/random_text.h"

namespace newsline::oracle {
namespace {

constexpr std::size_t kWorlds = test::effort(40);
constexpr std::size_t kQueriesOfWorld = 250;
constexpr std::size_t kDepth = 3;

std::vector<FacetRequest> all_facets(RandomWorld& random) {
  std::vector<FacetRequest> requests;
  for (const FacetField field :
       {FacetField::tag, FacetField::source, FacetField::author, FacetField::language, FacetField::section,
        FacetField::year, FacetField::month, FacetField::day}) {
    requests.push_back({field, random.one_in(2) ? kAll : random.below(6)});
  }
  return requests;
}

void check_facets(const Page& page, const Matches& expected, const std::vector<FacetRequest>& requests) {
  REQUIRE(page.facets.size() == requests.size());
  for (std::size_t i = 0; i < requests.size(); ++i) {
    CAPTURE(i);
    const Facet facet = counted(expected, requests[i]);
    REQUIRE(page.facets[i].field == facet.field);
    REQUIRE(text_of(page.facets[i].counts) == text_of(facet.counts));
    REQUIRE(page.facets[i].distinct == facet.distinct);
    REQUIRE(page.facets[i].without == facet.without);
  }
}

/// Hits, total, order and counts of one question, on one page and part of it.
void check_query(Archive& archive, const Model& model, const QueryNode& query, RandomWorld& random) {
  const Matches expected = model.answer(query);
  const SortOrder order = std::array{SortOrder::newest, SortOrder::oldest, SortOrder::most_read,
                                     SortOrder::relevance}[random.below(4)];
  Request request = whole(query, order);
  request.facets = all_facets(random);
  const Page page = archive.search(request);
  REQUIRE(page.total == expected.size());
  REQUIRE_FALSE(page.partial);
  const Ids found = ids_of(page);
  if (order == SortOrder::relevance) {
    REQUIRE(in_order(found) == in_order(ids(expected)));
  } else {
    REQUIRE(found == ids(sorted(expected, order)));
  }
  check_facets(page, expected, request.facets);

  request.offset = random.below(expected.size() + 2);
  request.limit = random.below(6);
  const Page part = archive.search(request);
  const std::size_t first = std::min(request.offset, found.size());
  const std::size_t last = std::min(first + request.limit, found.size());
  REQUIRE(ids_of(part) == Ids(found.begin() + static_cast<std::ptrdiff_t>(first),
                              found.begin() + static_cast<std::ptrdiff_t>(last)));
  REQUIRE(part.total == expected.size());
  check_facets(part, expected, request.facets);
}

/// Where nothing has all words, what has some of them, and says so.
void check_relaxed(Archive& archive, const Model& model, const QueryNode& query) {
  Request request = whole(query);
  request.relax = true;
  const Page page = archive.search(request);
  Matches expected = model.answer(query);
  const bool relaxed = expected.empty();
  if (relaxed) expected = model.answer(query, true);
  REQUIRE(in_order(ids_of(page)) == in_order(ids(expected)));
  REQUIRE(page.partial == (relaxed && !expected.empty()));
}

std::uint64_t announced_seed() {
  MESSAGE("NEWSLINE_SEED=" << test::run_seed());
  return test::run_seed();
}

TEST_SUITE("oracle") {
  TEST_CASE("hits and totals and orders and pages and facets are those of a brute force search") {
    const std::uint64_t seed = announced_seed();
    for (std::size_t number = 0; number < kWorlds; ++number) {
      IndexedWorld world(seed + number);
      if (number % 2 == 1) world.change();
      Archive archive(world.index());
      const std::vector<Article> articles = world.articles();
      const Model model(articles);
      for (std::size_t i = 0; i < kQueriesOfWorld; ++i) {
        const QueryNode query = world.random.query(articles, kDepth);
        CAPTURE(seed);
        CAPTURE(number);
        CAPTURE(describe(query));
        check_query(archive, model, query, world.random);
        check_relaxed(archive, model, query);
      }
    }
  }

  TEST_CASE("and narrows and or unites and not is the complement") {
    const std::uint64_t seed = announced_seed();
    IndexedWorld world(seed);
    Archive archive(world.index());
    const std::vector<Article> articles = world.articles();
    const Ids everything = answer(archive, {Everything{}, {}});
    REQUIRE(everything.size() == articles.size());
    for (int i = 0; i < 500; ++i) {
      const QueryNode a = world.random.query(articles, kDepth);
      const QueryNode b = world.random.query(articles, kDepth);
      CAPTURE(seed);
      CAPTURE(describe(a));
      CAPTURE(describe(b));
      const Ids of_a = answer(archive, a);
      const Ids of_b = answer(archive, b);
      Ids both;
      Ids either;
      Ids rest;
      std::set_intersection(of_a.begin(), of_a.end(), of_b.begin(), of_b.end(), std::back_inserter(both));
      std::set_union(of_a.begin(), of_a.end(), of_b.begin(), of_b.end(), std::back_inserter(either));
      std::set_difference(everything.begin(), everything.end(), of_a.begin(), of_a.end(),
                          std::back_inserter(rest));
      REQUIRE(answer(archive, {AllOf{{a, b}}, {}}) == both);
      REQUIRE(answer(archive, {AnyOf{{a, b}}, {}}) == either);
      REQUIRE(answer(archive, {NoneOf{{a}}, {}}) == rest);
    }
  }
}

}  // namespace
}  // namespace newsline::oracle
