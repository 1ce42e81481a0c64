// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "common/text/fold.h"
#include "tests/oracle/asking.h"
#include "tests/oracle/indexed_world.h"
#include "tests/oracle/model.h"
#include "tests/support/effort.h"
#include "tests/text/random_text.h"

/// Answers of which each story, or each source, is one hit. Which articles are copies is planted: those that
/// share a long text.
namespace newsline::oracle {
namespace {

constexpr std::size_t kWorlds = test::effort(20);
constexpr std::size_t kQueriesOfWorld = 60;
constexpr std::array kOrders = {SortOrder::relevance, SortOrder::newest, SortOrder::oldest,
                                SortOrder::most_read};

/// By id, the number of the text that an article has.
using Texts = std::map<std::string, std::size_t>;

/// Its words begin with all letters: a prefix may stand for 1,000 words only.
std::string long_text(std::size_t number) {
  std::string text = "\n";
  for (std::size_t i = 0; i < 120; ++i) {
    text += ' ';
    text += static_cast<char>('a' + i % 26);
    text += std::to_string(number) + "y" + std::to_string(i);
  }
  return text;
}

/// Articles of which some have the long text of others.
std::vector<Article> copied_articles(RandomWorld& random, Texts& texts) {
  std::vector<Article> articles;
  for (std::size_t i = 2 + random.below(50); i > 0; --i) {
    articles.push_back(random.article(i));
    Article& article = articles.back();
    const std::size_t text = random.one_in(3) ? 1000 + i : random.below(8);
    article.summary.clear();
    article.body = random.article(0).title + long_text(text);
    texts[article.id] = text;
  }
  return articles;
}

/// Of each story the first, with how many of it there are.
struct Folded {
  Ids ids;
  std::map<std::string, std::uint64_t> copies;
};

Folded folded(const Ids& in_order, const Texts& texts) {
  Folded all;
  std::map<std::size_t, std::string> shown;
  for (const std::string& id : in_order) {
    const auto [first, is_new] = shown.try_emplace(texts.at(id), id);
    if (is_new) all.ids.push_back(id);
    if (!is_new) ++all.copies[first->second];
  }
  return all;
}

/// What an article's page says of its story: the first of it, and how many it has in the archive.
void check_story(const Hit& hit, const Folded& expected, const Model& archive, const Texts& texts) {
  Matches members;
  for (const Reading& reading : archive.readings())
    if (texts.at(reading.article.id) == texts.at(hit.id)) members.push_back(&reading);
  REQUIRE(hit.story.has_value() == (members.size() > 1));
  if (!hit.story) return;
  const Article& first = sorted(members, SortOrder::oldest).front()->article;
  REQUIRE(hit.story->id == first.id);
  REQUIRE(hit.story->published == first.published);
  REQUIRE(hit.story->articles == members.size());
  const auto copies = expected.copies.find(hit.id);
  REQUIRE(hit.story->copies == (copies == expected.copies.end() ? 0 : copies->second));
}

std::vector<FacetRequest> facets() {
  FacetRequest reads{FacetField::reads};
  reads.bounds = {0, 100, 1000};
  return {{FacetField::tag, kAll}, {FacetField::source, kAll}, {FacetField::month, kAll}, reads};
}

/// How many stories have an article with each value, by the model that counts one story's articles.
void check_story_counts(const Facet& found, const FacetRequest& request, const Matches& matches,
                        const Texts& texts) {
  std::map<std::size_t, Matches> by_text;
  for (const Reading* match : matches) by_text[texts.at(match->article.id)].push_back(match);
  std::map<std::string, std::uint64_t> expected;
  std::uint64_t without = 0;
  for (const auto& [text, articles] : by_text) {
    const Facet facet = counted(articles, request);
    for (const FacetCount& count : facet.counts) expected[fold(count.value)] += count.count > 0 ? 1 : 0;
    without += facet.without > 0 ? 1 : 0;
  }
  std::map<std::string, std::uint64_t> counts;
  for (const FacetCount& count : found.counts) counts[fold(count.value)] = count.count;
  if (matches.empty()) std::erase_if(counts, [](const auto& count) { return count.second == 0; });
  REQUIRE(counts == expected);
  REQUIRE(found.without == without);
  REQUIRE(found.total == by_text.size());
  const bool is_by_count = request.field == FacetField::tag || request.field == FacetField::source;
  const auto key = [](const FacetCount& count) { return std::tuple(~count.count, fold(count.value)); };
  if (is_by_count) REQUIRE(std::ranges::is_sorted(found.counts, {}, key));
}

/// Page by page, by offsets and by cursors.
void check_pages(Archive& archive, const Request& request, const Folded& expected, RandomWorld& random) {
  Ids by_cursor;
  Request part = request;
  do {
    part.limit = 1 + random.below(7);
    const Page page = archive.search(part);
    REQUIRE(page.passed == by_cursor.size());
    for (const std::string& id : ids_of(page)) by_cursor.push_back(id);
    part.after = page.next;
  } while (!part.after.empty());
  REQUIRE(by_cursor == expected.ids);

  part = request;
  part.offset = random.below(expected.ids.size() + 2);
  part.limit = random.below(6);
  const std::size_t first = std::min(part.offset, expected.ids.size());
  const std::size_t last = std::min(first + part.limit, expected.ids.size());
  REQUIRE(ids_of(archive.search(part)) == Ids(expected.ids.begin() + static_cast<std::ptrdiff_t>(first),
                                              expected.ids.begin() + static_cast<std::ptrdiff_t>(last)));
}

/// Who said it first: of each source its earliest article.
void check_sources(Archive& archive, const Model& model, const QueryNode& query, RandomWorld& random) {
  const Matches matches = model.answer(query);
  std::map<std::string, std::string> shown;
  Folded expected;
  for (const Reading* match : sorted(matches, SortOrder::oldest))
    if (shown.try_emplace(fold(match->article.source), match->article.id).second)
      expected.ids.push_back(match->article.id);
  Request request = whole(query, SortOrder::oldest);
  request.each_source_once = true;
  const Page page = archive.search(request);
  REQUIRE(page.total == matches.size());
  REQUIRE(page.sources == expected.ids.size());
  REQUIRE(ids_of(page) == expected.ids);
  check_pages(archive, request, expected, random);
}

void check_query(Archive& archive, const Model& model, const Texts& texts, const QueryNode& query,
                 RandomWorld& random) {
  const Matches matches = model.answer(query);
  Request request = whole(query, kOrders.at(random.below(kOrders.size())));
  request.mix.reads = request.sort == SortOrder::relevance && random.one_in(2);
  // The order by relevance is another law; here each story is where its best article is.
  const Page unfolded = archive.search(request);
  Ids in_order = ids(sorted(matches, request.sort));
  if (request.sort == SortOrder::relevance) in_order = ids_of(unfolded);
  const Folded expected = folded(in_order, texts);
  for (const Hit& hit : unfolded.hits) check_story(hit, {}, model, texts);

  request.fold = true;
  request.facets = facets();
  request.count_stories = random.one_in(2);
  const Page page = archive.search(request);
  REQUIRE(page.total == matches.size());
  REQUIRE(page.stories == expected.ids.size());
  REQUIRE(ids_of(page) == expected.ids);
  for (const Hit& hit : page.hits) check_story(hit, expected, model, texts);
  for (std::size_t i = 0; i < request.facets.size(); ++i) {
    CAPTURE(i);
    if (request.count_stories) {
      check_story_counts(page.facets[i], request.facets[i], matches, texts);
    } else {
      REQUIRE(text_of(page.facets[i].counts) == text_of(counted(matches, request.facets[i]).counts));
    }
  }
  if (random.one_in(2)) request.facets.clear();
  check_pages(archive, request, expected, random);
}

TEST_SUITE("oracle") {
  TEST_CASE("folded answers and their counts are those of a brute force search with planted copies") {
    const std::uint64_t seed = test::run_seed();
    MESSAGE("NEWSLINE_SEED=" << seed);
    for (std::size_t number = 0; number < kWorlds; ++number) {
      RandomWorld random(seed + number);
      Texts texts;
      const std::vector<Article> articles = copied_articles(random, texts);
      const IndexedWorld world(articles);
      Archive archive(world.index());
      const Model model(articles);
      for (std::size_t i = 0; i < kQueriesOfWorld; ++i) {
        QueryNode query = random.query(articles, 2);
        if (random.one_in(4)) query = {Everything{}, {}};
        CAPTURE(seed);
        CAPTURE(number);
        CAPTURE(describe(query));
        check_query(archive, model, texts, query, random);
        check_sources(archive, model, query, random);
      }
    }
  }
}

}  // namespace
}  // namespace newsline::oracle
