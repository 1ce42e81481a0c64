// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include <cmath>
#include <map>
#include <string>
#include <vector>

#include "common/text/fold.h"
#include "tests/oracle/asking.h"
#include "tests/oracle/indexed_world.h"
#include "tests/oracle/model.h"
#include "tests/support/effort.h"
#include "tests/text/random_text.h"

/// Answers that tags narrow, and what they are counted by.
namespace newsline::oracle {
namespace {

constexpr std::size_t kWorlds = test::effort(20);
constexpr std::size_t kQueriesOfWorld = 50;

std::string random_tag(const std::vector<Article>& articles, RandomWorld& random) {
  const Article& article = articles[random.below(articles.size())];
  return article.tags.empty() ? "absent" : fold(article.tags[random.below(article.tags.size())]);
}

bool has_tag(const Article& article, const std::string& folded) {
  for (const std::string& tag : article.tags) {
    if (fold(tag) == folded) return true;
  }
  return false;
}

/// Of these, what the tags of the request let through.
Matches narrowed(const Matches& matches, const Request& request) {
  Matches kept;
  for (const Reading* reading : matches) {
    std::size_t found = 0;
    for (const std::string& tag : request.tags) found += has_tag(reading->article, tag) ? 1 : 0;
    const std::size_t needed = request.any_tag ? std::size_t{!request.tags.empty()} : request.tags.size();
    if (found >= needed) kept.push_back(reading);
  }
  return kept;
}

std::vector<FacetRequest> random_facets(RandomWorld& random) {
  FacetRequest tags{FacetField::tag, random.one_in(2) ? kAll : random.below(6)};
  if (random.one_in(3)) tags.prefix = random.one_in(2) ? "a" : "c";
  FacetRequest reads{FacetField::reads};
  reads.bounds = random.one_in(2) ? std::vector<std::uint64_t>{0, 100, 1000}
                                  : std::vector<std::uint64_t>{1, 487, 488, 1000000};
  FacetRequest authors{FacetField::author, kAll};
  if (random.one_in(3)) authors.prefix = "a";
  return {tags, reads, authors, {FacetField::month, kAll}};
}

void check_facets(const Page& page, const Request& request, const Matches& base, const Matches& kept) {
  REQUIRE(page.facets.size() == request.facets.size());
  for (std::size_t i = 0; i < request.facets.size(); ++i) {
    CAPTURE(i);
    const bool sideways =
        request.sideways && !request.tags.empty() && request.facets[i].field == FacetField::tag;
    const Facet expected = counted(sideways ? base : kept, request.facets[i]);
    const Facet& facet = page.facets[i];
    REQUIRE(facet.field == expected.field);
    REQUIRE(facet.sideways == sideways);
    REQUIRE(facet.total == expected.total);
    REQUIRE(text_of(facet.counts) == text_of(expected.counts));
    REQUIRE(facet.distinct == expected.distinct);
    REQUIRE(facet.without == expected.without);
  }
}

std::map<std::string, std::uint64_t> articles_by_tag(const Matches& matches) {
  std::map<std::string, std::uint64_t> counts;
  for (const Reading* reading : matches) {
    for (const std::string& tag : reading->article.tags) ++counts[fold(tag)];
  }
  return counts;
}

/// The logarithm of the likelihood of `hits` out of `tries` at the rate `rate`.
double log_likelihood(double hits, double tries, double rate) {
  const double found = hits == 0 ? 0 : hits * std::log(rate);
  const double missed = hits == tries ? 0 : (tries - hits) * std::log(1 - rate);
  return found + missed;
}

/// The statistic as Dunning writes it: two rates against one.
double statistic(double here, double articles_here, double elsewhere, double articles_elsewhere) {
  const double rate = (here + elsewhere) / (articles_here + articles_elsewhere);
  return 2 *
         (log_likelihood(here, articles_here, here / articles_here) +
          log_likelihood(elsewhere, articles_elsewhere, elsewhere / articles_elsewhere) -
          log_likelihood(here, articles_here, rate) - log_likelihood(elsewhere, articles_elsewhere, rate));
}

void check_lift(const Facet& facet, const Matches& here, const Matches& archive) {
  const auto counts = articles_by_tag(here);
  const auto all = articles_by_tag(archive);
  const auto inside = static_cast<double>(here.size());
  const auto outside = static_cast<double>(archive.size() - here.size());
  std::size_t frequent = 0;
  for (const auto& [tag, count] : counts) {
    frequent += count * archive.size() > all.at(tag) * here.size() ? 1 : 0;
  }
  REQUIRE(facet.counts.size() == frequent);
  double last = INFINITY;
  for (const FacetCount& count : facet.counts) {
    const std::string tag = fold(count.value);
    CAPTURE(tag);
    REQUIRE(count.count == counts.at(tag));
    REQUIRE(count.surprise->in_archive == all.at(tag));
    const auto elsewhere = static_cast<double>(all.at(tag) - count.count);
    const double found = count.surprise->log_likelihood;
    REQUIRE(std::abs(found - statistic(static_cast<double>(count.count), inside, elsewhere, outside)) < 1e-6);
    const double share = static_cast<double>(count.count) / inside;
    const double usual = static_cast<double>(all.at(tag)) / static_cast<double>(archive.size());
    REQUIRE(count.surprise->lift == doctest::Approx(share / usual));
    REQUIRE(found <= last);
    last = found;
  }
}

Request random_request(const std::vector<Article>& articles, RandomWorld& random) {
  Request request = whole(random.query(articles, 3));
  for (std::size_t tags = random.below(4); tags > 0; --tags) {
    request.tags.push_back(random_tag(articles, random));
  }
  request.any_tag = random.one_in(2);
  request.sideways = !random.one_in(4);
  request.facets = random_facets(random);
  return request;
}

TEST_SUITE("oracle") {
  TEST_CASE("answers narrowed by tags and their sideways counts are those of a brute force search") {
    const std::uint64_t seed = test::run_seed();
    MESSAGE("NEWSLINE_SEED=" << seed);
    for (std::size_t number = 0; number < kWorlds; ++number) {
      IndexedWorld world(seed + number);
      if (number % 2 == 1) world.change();
      Archive archive(world.index());
      const std::vector<Article> articles = world.articles();
      const Model model(articles);
      for (std::size_t i = 0; i < kQueriesOfWorld; ++i) {
        const Request request = random_request(articles, world.random);
        CAPTURE(seed);
        CAPTURE(number);
        CAPTURE(describe(request.query));
        const Matches base = model.answer(request.query);
        const Matches kept = narrowed(base, request);
        const Page page = archive.search(request);
        REQUIRE(page.total == kept.size());
        REQUIRE(in_order(ids_of(page)) == in_order(ids(kept)));
        check_facets(page, request, base, kept);

        Request lifted = request;
        lifted.sideways = false;
        lifted.facets = {{FacetField::tag, kAll}};
        lifted.facets.front().with_lift = true;
        check_lift(archive.search(lifted).facets.front(), kept, model.answer({Everything{}, {}}));
      }
    }
  }
}

}  // namespace
}  // namespace newsline::oracle
