// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/article/feed/json_feed.h"

#include <doctest/doctest.h>

#include <string>

namespace {

using newsline::Article;
using newsline::is_json_feed;
using newsline::read_json_feed;
using newsline::ReadArticle;
using newsline::Rejection;

const newsline::ReadContext kContext{"/feeds/valley.json", "feeds"};

constexpr std::string_view kFeed = R"({
  "version": "https://jsonfeed.org/version/1.1",
  "title": "Valley News",
  "home_page_url": "https://valley.example/",
  "language": "en",
  "authors": [{"name": "Desk"}],
  "items": [
    {"id": "1", "url": "https://valley.example/dam", "title": "The dam &amp; the lake",
     "content_html": "<p>Engineers looked.</p><p>No cracks.</p>", "summary": "They looked.",
     "date_published": "2024-03-12T09:30:00+04:00", "date_modified": "2024-03-13T09:30:00+04:00",
     "authors": [{"name": "Mariam Petrosian"}, {"name": "Ole Beck"}], "tags": ["dam", "Lake"], "language": "hy"},
    {"id": 2, "content_text": "Only text.\n\nTwo.", "author": {"name": "Ana"}, "date_modified": "2024-03-14"},
    {"id": "tag:valley.example,2024:3", "title": "Three", "summary": "Only a summary."},
    {"id": "4"},
    "five"
  ]
})";

Article article_at(std::size_t index) {
  const auto readings = read_json_feed(kFeed, kContext);
  REQUIRE(readings.size() == 5);
  REQUIRE(std::holds_alternative<ReadArticle>(readings[index]));
  return std::get<ReadArticle>(readings[index]).article;
}

std::string reason_against(std::string_view feed) {
  const auto readings = read_json_feed(feed, kContext);
  REQUIRE(readings.size() == 1);
  REQUIRE(std::holds_alternative<Rejection>(readings[0]));
  return std::get<Rejection>(readings[0]).reason;
}

}  // namespace

TEST_SUITE("unit") {
  TEST_CASE("An item of a JSON Feed becomes an article") {
    const Article article = article_at(0);
    CHECK(article.id == "https://valley.example/dam");
    CHECK(article.title == "The dam & the lake");
    REQUIRE(article.published);
    CHECK(iso8601(*article.published) == "2024-03-12T09:30:00+04:00");
    CHECK(article.authors == std::vector<std::string>{"Mariam Petrosian", "Ole Beck"});
    CHECK(article.tags == std::vector<std::string>{"dam", "Lake"});
    CHECK(article.language == "hy");
    CHECK(article.source == "Valley News");
    CHECK(article.summary == "They looked.");
    CHECK(article.body == "Engineers looked.\n\nNo cracks.");
  }

  TEST_CASE("What an item does not say is the feed's or unknown") {
    const Article second = article_at(1);
    CHECK(second.id == "/feeds/valley.json#2");
    CHECK(second.body == "Only text.\n\nTwo.");
    CHECK(second.authors == std::vector<std::string>{"Ana"});
    CHECK(second.language == "en");
    REQUIRE(second.published);
    CHECK(iso8601(*second.published) == "2024-03-14");
    const Article third = article_at(2);
    CHECK(third.id == "tag:valley.example,2024:3");
    CHECK(third.body == "Only a summary.");
    CHECK(third.summary == "");
    CHECK(third.authors == std::vector<std::string>{"Desk"});
  }

  TEST_CASE("An item that is none is rejected by its number") {
    const auto readings = read_json_feed(kFeed, kContext);
    REQUIRE(readings.size() == 5);
    CHECK(std::get<Rejection>(readings[3]).reason == "item 4 of the feed has neither title nor text");
    CHECK(std::get<Rejection>(readings[4]).reason == "item 5 of the feed is no object");
  }

  TEST_CASE("A file that is no JSON Feed is rejected with the reason") {
    CHECK(reason_against("{\"version\": \"https://jsonfeed.org/version/1\"").starts_with("broken JSON: "));
    CHECK(reason_against("{\"title\": \"x\"}") == "the JSON Feed has no \"items\"");
    CHECK(reason_against("[1]") == "the JSON Feed has no \"items\"");
  }

  TEST_CASE("A JSON Feed is told by its version") {
    CHECK(is_json_feed(kFeed));
    CHECK(is_json_feed(" {\"version\":\"http://jsonfeed.org/version/1\""));
    CHECK_FALSE(is_json_feed("{\"version\": 1}"));
    CHECK_FALSE(is_json_feed("see https://jsonfeed.org/version/1"));
  }
}
