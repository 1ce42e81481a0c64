// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <random>
#include <string>
#include <variant>
#include <vector>

#include "tests/oracle/asking.h"
#include "tests/oracle/indexed_world.h"
#include "tests/oracle/model.h"
#include "tests/text/random_text.h"

namespace newsline::oracle {
namespace {

constexpr std::size_t kDepth = 3;

/// The score of each answer is the sum of the scores of what it answers, each asked alone; what is excluded
/// does not score.
Scores summed_scores(Archive& archive, const QueryNode& query) {
  const auto* all = std::get_if<AllOf>(&query.meaning);
  const auto* any = std::get_if<AnyOf>(&query.meaning);
  if (all == nullptr && any == nullptr) return scores(archive, query);
  Scores sums;
  for (const std::string& id : answer(archive, query)) sums[id] = 0;
  for (const QueryNode& part : all != nullptr ? all->parts : any->parts) {
    for (const auto& [id, score] : summed_scores(archive, part)) {
      if (sums.contains(id)) sums[id] += score;
    }
  }
  return sums;
}

void check_scores(Archive& archive, const QueryNode& query) {
  CAPTURE(describe(query));
  const Scores sums = summed_scores(archive, query);
  const Scores found = scores(archive, query);
  REQUIRE(found.size() == sums.size());
  for (const auto& each : found) {
    CAPTURE(each.first);
    REQUIRE(each.second == doctest::Approx(sums.at(each.first)));
  }
}

QueryNode word(const std::string& form) { return {Words{.forms = {form}}, {}}; }

std::uint64_t announced_seed() {
  MESSAGE("NEWSLINE_SEED=" << test::run_seed());
  return test::run_seed();
}

TEST_SUITE("oracle") {
  TEST_CASE("the score of an answer is the sum of the scores of its parts") {
    const std::uint64_t seed = announced_seed();
    for (std::size_t number = 0; number < 4; ++number) {
      IndexedWorld world(seed + number);
      Archive archive(world.index());
      const std::vector<Article> articles = world.articles();
      CAPTURE(seed);
      for (int i = 0; i < 250; ++i) check_scores(archive, world.random.query(articles, kDepth));
    }
  }

  TEST_CASE("a phrase among other things that a word may stand with scores only where it stands") {
    std::mt19937 random(20240312);
    std::vector<Article> articles(300);
    for (std::size_t i = 0; i < articles.size(); ++i) {
      articles[i].id = std::to_string(i);
      for (int words = 0; words < 4; ++words) articles[i].body += std::string(1, "dprst"[random() % 5]) + " ";
    }
    IndexedWorld world(articles);
    Archive archive(world.index());
    const QueryNode phrase{Words{.forms = {"p", "r"}, .quoted = true}, {}};
    const QueryNode near{Near{{{.forms = {"p"}}, {.forms = {"r"}}}, 1}, {}};
    const QueryNode both{AllOf{{phrase, word("r")}}, {}};
    for (const QueryNode& positional : {phrase, near, both}) {
      check_scores(archive, {AllOf{{word("d"), {AnyOf{{positional, word("s"), word("t")}}, {}}}}, {}});
    }
  }

  TEST_CASE("an index that followed its articles ranks and counts as one that was built at once") {
    const std::uint64_t seed = announced_seed();
    for (std::size_t number = 0; number < 4; ++number) {
      IndexedWorld world(seed + number);
      for (int i = 0; i < 3; ++i) world.change();
      Archive followed(world.index());
      Archive anew(world.built_anew());
      const std::vector<Article> articles = world.articles();
      for (int i = 0; i < 250; ++i) {
        Request request = whole(world.random.query(articles, kDepth), SortOrder::relevance);
        request.facets = {{FacetField::tag, kAll}, {FacetField::day, kAll}};
        CAPTURE(seed);
        CAPTURE(describe(request.query));
        const Page one = followed.search(request);
        const Page other = anew.search(request);
        REQUIRE(ids_of(one) == ids_of(other));
        // Xapian adds the parts of a score in an order that depends on the document numbers.
        for (std::size_t j = 0; j < one.hits.size(); ++j)
          REQUIRE(one.hits[j].score == doctest::Approx(other.hits[j].score).epsilon(1e-9));
        for (std::size_t j = 0; j < one.facets.size(); ++j)
          REQUIRE(text_of(one.facets[j].counts) == text_of(other.facets[j].counts));
      }
    }
  }

  TEST_CASE("equal scores are told apart by date and then by id") {
    const std::uint64_t seed = announced_seed();
    IndexedWorld world(seed);
    Archive archive(world.index());
    const std::vector<Article> articles = world.articles();
    const Model model(articles);
    for (int i = 0; i < 250; ++i) {
      const QueryNode query = world.random.query(articles, 2);
      CAPTURE(seed);
      CAPTURE(describe(query));
      const Ids by_date = ids(sorted(model.answer(query), SortOrder::newest));
      const std::vector<Hit> hits = archive.search(whole(query, SortOrder::relevance)).hits;
      for (std::size_t j = 1; j < hits.size(); ++j) {
        REQUIRE(hits[j - 1].score >= hits[j].score);
        if (hits[j - 1].score > hits[j].score) continue;
        REQUIRE(std::find(by_date.begin(), by_date.end(), hits[j - 1].id) <
                std::find(by_date.begin(), by_date.end(), hits[j].id));
      }
    }
  }
}

}  // namespace
}  // namespace newsline::oracle
