// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <vector>

#include "common/article/article_json.h"
#include "tests/oracle/asking.h"
#include "tests/oracle/indexed_world.h"
#include "tests/oracle/model.h"
#include "tests/text/random_text.h"

/// Pages that cursors lead to.
namespace newsline::oracle {
namespace {

constexpr std::array kOrders = {SortOrder::relevance, SortOrder::newest, SortOrder::oldest,
                                SortOrder::most_read};

Request random_request(const std::vector<Article>& articles, RandomWorld& random) {
  Request request = whole(random.query(articles, 2), kOrders.at(random.below(kOrders.size())));
  if (random.one_in(4)) request.query = {Everything{}, {}};
  if (random.one_in(2)) request.facets = {{FacetField::tag, kAll}};
  return request;
}

/// Page by page of random lengths, to the end.
void check_pages(Archive& archive, const Request& request, RandomWorld& random) {
  const Page all = archive.search(request);
  REQUIRE(all.next.empty());
  Ids found;
  Request part = request;
  do {
    part.limit = 1 + random.below(7);
    const Page page = archive.search(part);
    REQUIRE(page.total == all.total);
    REQUIRE(page.passed == found.size());
    if (!request.facets.empty()) {
      REQUIRE(text_of(page.facets.front().counts) == text_of(all.facets.front().counts));
    }
    const Ids ids = ids_of(page);
    REQUIRE((page.next.empty() || ids.size() == part.limit));
    found.insert(found.end(), ids.begin(), ids.end());
    part.after = page.next;
  } while (!part.after.empty());
  REQUIRE(found == ids_of(all));
}

/// What comes behind `anchor`, as it was, in an order that does not weigh. The article itself does where it
/// has another place in this order now.
Ids behind(const Reading& anchor, Matches matches, SortOrder order) {
  // Dates that are written in different ways may be one moment.
  const auto moment = [](const Article& article) {
    return article.published ? std::optional(article.published->utc_seconds()) : std::nullopt;
  };
  std::erase_if(matches, [&](const Reading* reading) {
    const Article& article = reading->article;
    return article.id == anchor.article.id && moment(article) == moment(anchor.article) &&
           (order != SortOrder::most_read || article.reads == anchor.article.reads);
  });
  matches.push_back(&anchor);
  const Matches in_order = sorted(std::move(matches), order);
  const auto place = std::find(in_order.begin(), in_order.end(), &anchor);
  return ids({place + 1, in_order.end()});
}

/// What comes behind a hit by relevance, among the hits of now; `anchor` is its article where it has changed
/// or gone.
Ids behind(const Hit& last, const Reading* anchor, const std::vector<Hit>& now, const Matches& matches) {
  Ids rest;
  if (anchor == nullptr) {
    const auto same = std::find_if(now.begin(), now.end(), [&](const Hit& hit) { return hit.id == last.id; });
    for (auto hit = same + 1; hit < now.end(); ++hit) rest.push_back(hit->id);
    return rest;
  }
  const Ids later = behind(*anchor, matches, SortOrder::newest);
  for (const Hit& hit : now) {
    const bool is_later = std::find(later.begin(), later.end(), hit.id) != later.end();
    if (hit.score < last.score || (hit.score == last.score && is_later)) rest.push_back(hit.id);
  }
  return rest;
}

std::string stored(Archive& archive, const std::string& id) {
  const auto article = archive.article(id);
  return article ? to_json(*article) : "";
}

/// A page, then changes, then the page behind it.
void check_change(IndexedWorld& world, Archive& archive) {
  const Model before(world.articles());
  Request request = random_request(world.articles(), world.random);
  request.facets.clear();
  request.limit = 1 + world.random.below(7);
  const Page page = archive.search(request);
  if (page.next.empty()) return;
  const Hit& last = page.hits.back();
  const auto anchor = std::find_if(before.readings().begin(), before.readings().end(),
                                   [&](const Reading& reading) { return reading.article.id == last.id; });
  REQUIRE(anchor != before.readings().end());

  const std::string as_it_was = stored(archive, last.id);
  world.change();
  Archive now(world.index());
  const Model after(world.articles());
  const Matches matches = after.answer(request.query);
  CAPTURE(describe(request.query));
  const bool is_weighed = request.sort == SortOrder::relevance;
  const bool is_same = stored(now, last.id) == as_it_was;
  Ids expected = is_weighed ? behind(last, is_same ? nullptr : &*anchor,
                                     now.search(whole(request.query, request.sort)).hits, matches)
                            : behind(*anchor, matches, request.sort);
  Request next = request;
  next.after = page.next;
  const Page found = now.search(next);
  REQUIRE(found.total == matches.size());
  REQUIRE(found.next.empty() == (expected.size() <= next.limit));
  expected.resize(std::min(expected.size(), next.limit));
  REQUIRE(ids_of(found) == expected);
}

TEST_SUITE("oracle") {
  TEST_CASE("pages behind cursors are the whole answer in its order") {
    const std::uint64_t seed = test::run_seed();
    MESSAGE("NEWSLINE_SEED=" << seed);
    CAPTURE(seed);
    for (std::size_t number = 0; number < 10; ++number) {
      IndexedWorld world(seed + number);
      if (number % 2 == 1) world.change();
      Archive archive(world.index());
      const std::vector<Article> articles = world.articles();
      for (std::size_t i = 0; i < 60; ++i) {
        const Request request = random_request(articles, world.random);
        CAPTURE(number);
        CAPTURE(describe(request.query));
        check_pages(archive, request, world.random);
      }
    }
  }

  TEST_CASE("a cursor goes on behind its hit when articles have come and changed and gone") {
    const std::uint64_t seed = test::run_seed();
    CAPTURE(seed);
    for (std::size_t number = 0; number < 10; ++number) {
      IndexedWorld world(seed + number);
      for (std::size_t i = 0; i < 12; ++i) {
        Archive archive(world.index());
        CAPTURE(number);
        check_change(world, archive);
      }
    }
  }
}

}  // namespace
}  // namespace newsline::oracle
