// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "tests/search/archive/sample_index.h"

using namespace newsline;
using newsline::test::SampleIndex;

namespace {

Article article(const std::string& id, const std::string& body, const std::vector<std::string>& tags = {},
                const std::string& day = "2024-03-12") {
  Article made;
  made.id = id;
  made.title = "Report";
  made.published = parse_iso8601(day);
  made.tags = tags;
  made.body = body;
  return made;
}

/// Forty words of no other article.
std::string filler(const std::string& name) {
  std::string text;
  for (int i = 0; i < 40; ++i) text += " " + name + std::to_string(i);
  return text;
}

/// The same words in all of them.
const std::string kEverywhere = "the ministers of the region said on Tuesday that the talks had been useful";

std::vector<Article> news() {
  std::vector<Article> all;
  for (int i = 0; i < 30; ++i) {
    const std::string name = "other" + std::to_string(i) + "x";
    all.push_back(article(name, kEverywhere + filler(name)));
  }
  return all;
}

std::vector<std::string> related(Archive archive, const std::string& id, const Request& request = {}) {
  const std::optional<Page> page = archive.related(id, request);
  REQUIRE(page);
  std::vector<std::string> ids;
  for (const Hit& hit : page->hits) ids.push_back(hit.id);
  CHECK(page->total >= ids.size());
  return ids;
}

using Ids = std::vector<std::string>;

}  // namespace

TEST_SUITE("unit") {
  TEST_CASE("what is related shares rare words or tags and common words relate nothing") {
    std::vector<Article> articles = news();
    articles.push_back(
        article("a", kEverywhere + " reservoir turbine sluice" + filler("a"), {"Jrakert dam"}));
    articles.push_back(article("b", kEverywhere + " reservoir turbine sluice" + filler("b")));
    articles.push_back(article("c", kEverywhere + filler("c"), {"jrakert DAM"}));
    const SampleIndex index(articles);
    Ids ids = related(index.archive(), "a");
    std::sort(ids.begin(), ids.end());
    CHECK(ids == Ids{"b", "c"});
    CHECK(related(index.archive(), "other3x").empty());
  }

  TEST_CASE("what shares more is more related and of equals the newest comes first") {
    std::vector<Article> articles = news();
    articles.push_back(article("a", "reservoir turbine sluice spillway weir" + filler("a")));
    articles.push_back(article("old", "reservoir turbine sluice" + filler("b"), {}, "2024-03-01"));
    articles.push_back(article("new", "reservoir turbine sluice" + filler("c"), {}, "2024-03-02"));
    articles.push_back(
        article("most", "reservoir turbine sluice spillway weir" + filler("d"), {}, "2020-01-01"));
    CHECK(related(SampleIndex(articles).archive(), "a") == Ids{"most", "new", "old"});
  }

  TEST_CASE("copies of the article are not what else there is to read and other stories are one hit") {
    std::vector<Article> articles = news();
    const std::string mine = "reservoir turbine sluice" + filler("m");
    const std::string theirs = "reservoir turbine sluice" + filler("t");
    articles.push_back(article("a", mine, {}, "2024-03-01"));
    articles.push_back(article("copy of a", mine, {}, "2024-03-02"));
    articles.push_back(article("b", theirs, {}, "2024-03-03"));
    articles.push_back(article("copy of b", theirs, {}, "2024-03-04"));
    const SampleIndex index(articles);
    CHECK(related(index.archive(), "a") == Ids{"copy of b", "b"});
    Request folded;
    folded.fold = true;
    const std::optional<Page> page = index.archive().related("copy of a", folded);
    REQUIRE(page);
    REQUIRE(page->hits.size() == 1);
    CHECK(page->total == 2);
    CHECK(page->stories == 1);
    CHECK(page->hits.front().story->id == "b");
    CHECK(page->hits.front().story->copies == 1);
  }

  TEST_CASE("the passage of what is related marks the words that are shared") {
    std::vector<Article> articles = news();
    articles.push_back(article("a", "reservoir turbine" + filler("a")));
    articles.push_back(article("b", "The turbine stood still." + filler("b")));
    const std::optional<Page> page = SampleIndex(articles).archive().related("a", {});
    REQUIRE(page);
    REQUIRE(page->hits.size() == 1);
    const MarkedText& snippet = page->hits.front().snippet;
    REQUIRE(snippet.marks.size() == 1);
    CHECK(snippet.text.substr(snippet.marks[0].begin, snippet.marks[0].end - snippet.marks[0].begin) ==
          "turbine");
  }

  TEST_CASE("nothing is related to an article that is not there or may not be seen") {
    std::vector<Article> articles = news();
    articles.push_back(article("a", "reservoir turbine" + filler("a")));
    articles.push_back(article("b", "reservoir turbine" + filler("b")));
    articles.back().wire.embargo = parse_iso8601("2999-01-01");
    const SampleIndex index(articles);
    CHECK_FALSE(index.archive().related("no such article", {}));
    CHECK_FALSE(index.archive().related("b", {}));
    CHECK(related(index.archive(), "a").empty());
  }
}
