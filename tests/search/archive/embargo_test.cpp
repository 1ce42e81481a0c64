// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "common/text/date_stamp.h"
#include "tests/search/archive/sample_index.h"

namespace newsline {
namespace {

using test::article;
using test::SampleIndex;

std::chrono::sys_seconds moment(std::string_view date) {
  return std::chrono::sys_seconds{std::chrono::seconds{parse_date_stamp(date)->utc_seconds()}};
}

Article embargoed(const std::string& id, std::string_view until) {
  Article made = article(id, "Budget");
  made.tags = {"budget"};
  made.wire.embargo = parse_date_stamp(until);
  return made;
}

Article withdrawn(const std::string& id) {
  Article made = article(id, "");
  made.body.clear();
  made.wire.is_withdrawn = true;
  return made;
}

/// The ids that a question finds at a time, in byte order, and the total.
std::string found(const SampleIndex& index, const std::string& question, std::string_view now) {
  Request asked = test::request(question);
  asked.now = moment(now);
  asked.sort = SortOrder::oldest;
  asked.facets = {{FacetField::tag, 10}};
  const Page page = index.archive().search(asked);
  std::string line = std::to_string(page.total) + ":";
  for (const Hit& hit : page.hits) line += " " + hit.id;
  for (const FacetCount& count : page.facets.front().counts) {
    line += " " + count.value + "=" + std::to_string(count.count);
  }
  return line;
}

TEST_SUITE("unit") {
  TEST_CASE("an article is hidden until its embargo ends") {
    const SampleIndex index(
        {embargoed("1", "2024-03-12T09:30:00+04:00"), embargoed("2", "2024-03-14"), article("3", "Budget")});
    for (const char* const question : {"budget", "title:budget", "*", "budg*", "NOT nothing"}) {
      INFO(std::string(question));
      CHECK(found(index, question, "2024-03-12T05:29:59Z") == "1: 3");
      CHECK(found(index, question, "2024-03-12T05:30:00Z") == "2: 1 3 budget=1");
      CHECK(found(index, question, "2024-03-14T00:00:00Z") == "3: 1 2 3 budget=2");
    }
  }

  TEST_CASE("a story begins with the first of its articles that may be seen") {
    std::vector<Article> copies;
    for (unsigned day = 1; day <= 3; ++day) {
      copies.push_back(article(std::to_string(day), "Budget", "The chamber passed the budget at noon."));
      copies.back().published = Published{std::chrono::sys_days(std::chrono::year(2024) / 3 / day)};
      copies.back().source = copies.back().id;
    }
    copies.front().wire.embargo = parse_date_stamp("2024-04-01");
    const SampleIndex index(copies);
    Request asked = test::request("budget");
    asked.fold = true;
    asked.sort = SortOrder::newest;
    for (const bool is_free : {false, true}) {
      CAPTURE(is_free);
      asked.now = moment(is_free ? "2024-04-01" : "2024-03-31T23:59:59Z");
      const Page page = index.archive().search(asked);
      CHECK(page.total == (is_free ? 3 : 2));
      CHECK(page.stories == 1);
      REQUIRE(page.hits.size() == 1);
      CHECK(page.hits.front().id == "3");
      REQUIRE(page.hits.front().story);
      const Story& story = *page.hits.front().story;
      CHECK(story.id == (is_free ? "1" : "2"));
      CHECK(story.source == story.id);
      CHECK(story.articles == page.total);
      CHECK(story.copies == page.total - 1);
    }
  }

  TEST_CASE("an article whose copies may not be seen stands alone") {
    std::vector<Article> copies = {article("1", "Budget", "It passed."),
                                   article("2", "Budget", "It passed.")};
    copies.front().wire.embargo = parse_date_stamp("2024-04-01");
    Request asked = test::request("budget");
    asked.fold = true;
    asked.now = moment("2024-03-01");
    const Page page = SampleIndex(copies).archive().search(asked);
    REQUIRE(page.hits.size() == 1);
    CHECK_FALSE(page.hits.front().story);
    CHECK(page.stories == 1);
  }

  TEST_CASE("an article that was withdrawn is never found") {
    const SampleIndex index({withdrawn("1"), article("2", "Budget")});
    CHECK(found(index, "*", "2999-01-01") == "1: 2");
    CHECK_FALSE(index.archive().article("1"));
    CHECK(index.archive().article("2"));
  }

  TEST_CASE("an id that is cut short does not name what may not be seen") {
    const SampleIndex index({article("https://a.example/news/12", "Budget"),
                             embargoed("https://b.example/news/12", "9999-12-31"),
                             withdrawn("https://c.example/news/12")});
    const auto found = index.archive().article("12");
    REQUIRE(found);
    CHECK(found->id == "https://a.example/news/12");
    CHECK_FALSE(index.archive().article("https://b.example/news/12"));
    CHECK_FALSE(SampleIndex({embargoed("https://b.example/news/12", "9999-12-31")}).archive().article("12"));
  }

  TEST_CASE("the tags and the status of an index are those of one without what is hidden") {
    std::vector<Article> shown;
    for (const char* id : {"1", "2", "3"}) {
      shown.push_back(embargoed(id, "1999-12-31"));
      shown.back().published = parse_date_stamp("2024-03-1" + std::string(id));
      shown.back().language = "en";
      shown.back().source = "Agency";
    }
    shown.back().published.reset();
    std::vector<Article> all = shown;
    all.push_back(withdrawn("4"));
    all.back().source = "Agency";
    for (const char* id : {"5", "6"}) {
      all.push_back(embargoed(id, "9999-12-31"));
      all.back().body = "Held words";
      all.back().tags = {"budget", "secret"};
      all.back().published = parse_date_stamp("2025-01-0" + std::string(id));
      all.back().language = "hy";
      all.back().source = "Secret agency";
    }
    all.back().published.reset();
    const SampleIndex with_hidden(all);
    const SampleIndex without(shown);
    CHECK(test::described(with_hidden.archive().tags("")) == test::described(without.archive().tags("")));
    const ArchiveStatus one = with_hidden.archive().status();
    const ArchiveStatus other = without.archive().status();
    CHECK(one.articles == 3);
    CHECK(one.undated == 1);
    CHECK(one.articles == other.articles);
    CHECK(one.undated == other.undated);
    CHECK(one.words == other.words);
    CHECK(one.first_day == other.first_day);
    CHECK(one.last_day == other.last_day);
    CHECK(one.tags == other.tags);
    CHECK(test::described(one.languages) == test::described(other.languages));
    CHECK(test::described(one.publishers) == test::described(other.publishers));
  }

  TEST_CASE("suggestions and acronyms are those of an index without what is hidden") {
    Article said = embargoed("1", "1999-12-31");
    said.title = "Budget talks in the harbour";
    said.body = "The Harbour Police Council (HPC) met.";
    Article held = embargoed("2", "9999-12-31");
    held.title = "Budget talks fail in secret";
    held.body = "The Harbour Police Council (HPC) and the Secret Budget Office (SBO) met behind budgets.";
    held.tags = {"budget", "buddies"};
    held.published = parse_date_stamp("2025-01-05");
    const SampleIndex with_hidden({said, held});
    const SampleIndex without({said});
    const auto known = [](const SampleIndex& index) {
      std::string text;
      Archive archive = index.archive();
      for (const char* beginning : {"bud", "tag:b", "title:budget", "secr", "tal"}) {
        for (const Suggestion& each : archive.suggest(beginning, 10))
          text += each.text + "=" + std::to_string(each.articles) + " ";
      }
      for (const KnownAcronym& each : archive.acronyms(""))
        text += each.acronym + "=" + std::to_string(each.articles) + "=" + each.article + " ";
      return text;
    };
    CHECK(known(with_hidden) == known(without));
    CHECK(known(without).find("HPC=1=1") != std::string::npos);
    CHECK(known(without).find("tag:budget=1") != std::string::npos);
  }

  TEST_CASE("what is hidden is not shown by its id but kept for export") {
    const SampleIndex index({embargoed("1", "9999-12-31"), embargoed("2", "1999-12-31")});
    Archive archive = index.archive();
    CHECK_FALSE(archive.article("1"));
    CHECK(archive.article("2"));
    int kept = 0;
    archive.for_each_article([&](const Article& each) { return ++kept, each.wire.embargo.has_value(); });
    CHECK(kept == 2);
  }

  TEST_CASE("an embargo that has ended leaves the total and the order alone") {
    const SampleIndex index({embargoed("1", "2024-03-12"), article("2", "Budget")});
    for (const auto sort : {SortOrder::relevance, SortOrder::newest, SortOrder::most_read}) {
      Request asked = test::request("budget");
      asked.sort = sort;
      asked.now = moment("2024-03-13");
      CHECK(index.archive().search(asked).total == 2);
    }
  }
}

}  // namespace
}  // namespace newsline
