// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "tests/search/archive/sample_index.h"
#include "tests/search/snippet/marked_up.h"

namespace newsline {
namespace {

using test::article;
using test::ids;
using test::request;
using test::SampleIndex;

TEST_SUITE("unit") {
  TEST_CASE("a hit shows what is known of its article") {
    Article given = article("https://example.org/1", "Grain ships", "It rained. The grain left the port.");
    given.published = parse_iso8601("2024-03-12T09:30:00+04:00");
    given.reads = 0;
    given.language = "en";
    given.tags = {"Grain", "Ports"};
    given.authors = {"A. Writer"};
    given.source = "Agency";
    given.section = "Economy";
    given.url = "https://example.org/1";
    given.path = "/somewhere/else.txt";
    const SampleIndex index({given});
    const Page page = index.archive().search(request("grain"));
    REQUIRE(page.hits.size() == 1);
    const Hit& hit = page.hits.front();
    CHECK(hit.id == given.id);
    CHECK(hit.score > 0);
    CHECK(test::marked_up(hit.title) == "[Grain] ships");
    CHECK(test::marked_up(hit.snippet) == "It rained. The [grain] left the port.");
    CHECK(hit.published == given.published);
    CHECK(hit.reads == given.reads);
    CHECK(hit.language == given.language);
    CHECK(hit.tags == given.tags);
    CHECK(hit.authors == given.authors);
    CHECK(hit.source == given.source);
    CHECK(hit.section == given.section);
    CHECK(hit.url == given.url);
    CHECK(hit.path == given.path);
  }

  TEST_CASE(
      "the passage comes from the summary where there is no body and stays away where it is not asked for") {
    Article with_summary = article("1", "Grain");
    with_summary.summary = "The grain left.";
    Article with_both = article("2", "Grain", "The body has grain.");
    with_both.summary = "The summary has grain.";
    const SampleIndex index({with_summary, with_both, article("3", "Grain")});
    Archive archive = index.archive();
    Request asked = request("grain");
    asked.sort = SortOrder::newest;
    const Page page = archive.search(asked);
    REQUIRE(ids(page) == "1 2 3");
    CHECK(page.hits[0].snippet.text == "The grain left.");
    CHECK(page.hits[1].snippet.text == "The body has grain.");
    CHECK(page.hits[2].snippet.text.empty());
    asked.snippets = false;
    for (const Hit& hit : archive.search(asked).hits) CHECK(hit.snippet.text.empty());
  }

  TEST_CASE("scores are given where the order is by relevance and nowhere else") {
    const SampleIndex index({article("1", "grain")});
    Archive archive = index.archive();
    Request asked = request("grain");
    CHECK(archive.search(asked).hits.front().score > 0);
    for (const SortOrder sort : {SortOrder::newest, SortOrder::oldest, SortOrder::most_read}) {
      asked.sort = sort;
      CHECK(archive.search(asked).hits.front().score == 0);
    }
  }

  TEST_CASE("a question that matches nothing is an empty page") {
    const SampleIndex index({article("1", "grain")});
    const Page page = index.archive().search(request("rye"));
    CHECK(page.total == 0);
    CHECK(page.hits.empty());
    CHECK_FALSE(page.partial);
  }

  TEST_CASE("an index of no articles answers everything with nothing") {
    SampleIndex index({article("1", "grain")});
    index.update({});
    Archive archive = index.archive();
    Request asked = request("*");
    asked.facets = {{FacetField::tag, 10}, {FacetField::month, 10}};
    const Page page = archive.search(asked);
    CHECK(page.total == 0);
    REQUIRE(page.facets.size() == 2);
    CHECK(page.facets[0].without == 0);
    CHECK(archive.search(request("gra*")).total == 0);
    CHECK(archive.tags("").empty());
    CHECK_FALSE(archive.article("1"));
    CHECK(archive.status().articles == 0);
  }

  TEST_CASE("totals and facets are exact however few hits are asked for") {
    std::vector<Article> articles;
    for (int number = 0; number < 300; ++number) {
      articles.push_back(article(std::to_string(number), number % 3 == 0 ? "grain" : "rye"));
      articles.back().tags = {number % 2 == 0 ? "even" : "odd"};
    }
    const SampleIndex index(articles);
    Archive archive = index.archive();
    for (const std::size_t limit : {0U, 1U, 10U, 1000U}) {
      for (const std::size_t offset : {0U, 99U, 100U, 5000U}) {
        CAPTURE(limit);
        CAPTURE(offset);
        Request asked = request("grain");
        asked.limit = limit;
        asked.offset = offset;
        asked.facets = {{FacetField::tag, 10}};
        const Page page = archive.search(asked);
        CHECK(page.total == 100);
        CHECK(page.hits.size() == std::min(limit, 100 - std::min<std::size_t>(offset, 100)));
        CHECK(test::described(page.facets.front().counts) == "even=50 odd=50");
      }
    }
  }

  TEST_CASE("where nothing has all words the page has what has some and says so") {
    const SampleIndex index({article("1", "grain"), article("2", "wheat"), article("3", "rye")});
    Archive archive = index.archive();
    Request asked = request("grain wheat");
    asked.facets = {{FacetField::tag, 10}};
    const Page partial = archive.search(asked);
    CHECK(partial.partial);
    CHECK(partial.total == 2);
    CHECK(partial.facets.front().without == 2);
    asked.relax = false;
    CHECK(archive.search(asked).total == 0);
    CHECK_FALSE(archive.search(asked).partial);
    CHECK_FALSE(archive.search(request("grain OR wheat")).partial);
    CHECK_FALSE(archive.search(request("oats barley")).partial);
  }

  TEST_CASE("filters and exclusions stay strict where a question is relaxed") {
    Article tagged = article("1", "grain");
    tagged.tags = {"CSTO"};
    const SampleIndex index({tagged, article("2", "wheat"), article("3", "grain rye")});
    Archive archive = index.archive();
    CHECK(ids(archive.search(request("grain wheat tag:csto"))) == "1");
    CHECK(ids(archive.search(request("grain oats -rye"))) == "1");
  }

  TEST_CASE("a prefix of too many words is refused") {
    std::vector<Article> articles(1);
    articles.front() = article("1", "title");
    for (std::size_t number = 0; number <= kMaxExpansion; ++number) {
      articles.front().body += "ab" + std::to_string(number) + " ";
    }
    const SampleIndex index(articles);
    CHECK_THROWS_WITH((void)index.archive().search(request("ab*")),
                      "\"ab*\" stands for more than 1000 words");
  }
}

}  // namespace
}  // namespace newsline
