// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "tests/oracle/asking.h"
#include "tests/oracle/indexed_world.h"
#include "tests/oracle/model.h"
#include "tests/text/random_text.h"

/// Ranks with age and reads mixed in, against the formula applied to the scores of the words.
namespace newsline::oracle {
namespace {

using namespace std::chrono_literals;

double factor(const Article& article, const RankMix& mix) {
  double product = 1;
  if (mix.half_life && article.published) {
    const double age = std::max(0.0, static_cast<double>((mix.today - article.published->day).count()));
    product *= 1 + std::pow(0.5, age / static_cast<double>(mix.half_life->count()));
  }
  if (mix.reads && article.reads) product *= 1 + std::log10(1 + static_cast<double>(*article.reads)) / 10;
  return product;
}

RankMix random_mix(RandomWorld& random) {
  RankMix mix;
  mix.today = 2024y / 3 / 12;
  if (!random.one_in(3)) mix.half_life = std::chrono::days(1 + random.below(random.one_in(2) ? 3 : 1000));
  mix.reads = !mix.half_life || random.one_in(2);
  return mix;
}

void check_rank(Archive& archive, const Model& model, const Request& request, RandomWorld& random) {
  const Scores words = scores(archive, request.query);
  const Matches by_date = sorted(model.answer(request.query), SortOrder::newest);
  const Page page = archive.search(request);
  REQUIRE(page.total == by_date.size());
  REQUIRE(in_order(ids_of(page)) == in_order(ids(by_date)));
  const auto place = [&](const std::string& id) {
    return std::find_if(by_date.begin(), by_date.end(),
                        [&](const Reading* reading) { return reading->article.id == id; });
  };
  for (std::size_t i = 0; i < page.hits.size(); ++i) {
    const Hit& hit = page.hits[i];
    CAPTURE(hit.id);
    REQUIRE(hit.score == doctest::Approx(words.at(hit.id) * factor((*place(hit.id))->article, request.mix)));
    if (i == 0) continue;
    const Hit& before = page.hits[i - 1];
    REQUIRE(before.score >= hit.score);
    if (before.score == hit.score) REQUIRE(place(before.id) < place(hit.id));
  }
  Request part = request;
  part.offset = random.below(page.hits.size() + 2);
  part.limit = random.below(5);
  const Page some = archive.search(part);
  const std::size_t first = std::min(part.offset, page.hits.size());
  const std::size_t last = std::min(first + part.limit, page.hits.size());
  const Ids all = ids_of(page);
  REQUIRE(some.total == page.total);
  REQUIRE(ids_of(some) == Ids(all.begin() + static_cast<std::ptrdiff_t>(first),
                              all.begin() + static_cast<std::ptrdiff_t>(last)));
  REQUIRE(some.next.empty() == (some.hits.empty() || last == page.hits.size()));
}

/// The rest of the answer behind its first page.
void check_cursor(Archive& archive, Request request, RandomWorld& random) {
  const Ids all = ids_of(archive.search(request));
  request.limit = 1 + random.below(4);
  Ids found = ids_of(archive.search(request));
  request.after = archive.search(request).next;
  if (request.after.empty()) return;
  request.limit = kAll;
  for (const std::string& id : ids_of(archive.search(request))) found.push_back(id);
  REQUIRE(found == all);
}

TEST_SUITE("oracle") {
  TEST_CASE("age and reads are mixed into the rank by the formula and the order stays total") {
    const std::uint64_t seed = test::run_seed();
    MESSAGE("NEWSLINE_SEED=" << seed);
    CAPTURE(seed);
    for (std::size_t number = 0; number < 10; ++number) {
      IndexedWorld world(seed + number);
      if (number % 2 == 1) world.change();
      Archive archive(world.index());
      const std::vector<Article> articles = world.articles();
      const Model model(articles);
      for (std::size_t i = 0; i < 100; ++i) {
        Request request = whole(world.random.query(articles, 2), SortOrder::relevance);
        request.mix = random_mix(world.random);
        CAPTURE(number);
        CAPTURE(describe(request.query));
        check_rank(archive, model, request, world.random);
        check_cursor(archive, request, world.random);
      }
    }
  }
}

}  // namespace
}  // namespace newsline::oracle
