// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "tests/cli/index_program.h"

using namespace newsline;

namespace {

std::string feed_of(std::string_view items) {
  return "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Valley News</title>" +
         std::string(items) + "</channel></rss>";
}

constexpr std::string_view kDam =
    "<item><title>Dam holds</title><link>https://v.example/dam</link><description>first "
    "words</description></item>";
constexpr std::string_view kDamAgain =
    "<item><title>Dam holds</title><link>https://v.example/dam</link><description>later "
    "words</description></item>";
constexpr std::string_view kBridge =
    "<item><title>Bridge opens</title><link>https://v.example/bridge</link></item>";

}  // namespace

TEST_SUITE_BEGIN("black-box");

TEST_CASE("of entries with one id the last in the file is indexed") {
  const IndexProgram index;
  index.write_news("valley.rss", feed_of(std::string(kDam) + std::string(kBridge) + std::string(kDamAgain)));
  const Outcome outcome = index({"update", "news"});
  CHECK(outcome.output.starts_with("2 articles: "));
  CHECK(outcome.errors.empty());
  CHECK(outcome.exit_code == 0);
  const std::string exported = index.exported();
  CHECK(has(exported, "later words"));
  CHECK_FALSE(has(exported, "first words"));
  CHECK(has(exported, "Valley News"));
}

TEST_CASE("an entry that several copies of a feed hold is one article") {
  const IndexProgram index;
  index.write_news("2024-03-12.xml", feed_of(kDam));
  REQUIRE(index({"update", "news"}).exit_code == 0);
  index.write_news("2024-03-13.xml", feed_of(std::string(kBridge) + std::string(kDamAgain)));
  const Outcome outcome = index({"update", "news"});
  CHECK(outcome.output.starts_with("2 articles: 1 added, 1 replaced, 0 removed; "));
  CHECK(has(index.exported(), "later words"));
}

TEST_CASE("a JSON Feed and a broken feed are read and XML that is none is rejected with the reason") {
  const IndexProgram index;
  index.write_news(
      "a.json",
      "{\"version\": \"https://jsonfeed.org/version/1.1\",\n \"title\": \"Hill News\", \"items\": "
      "[{\"id\": \"1\", \"content_text\": \"hill words\"}]}");
  index.write_news("b.xml", "<rss><channel><title>Broken</title><item><title>A & B<br>broken words</item>");
  index.write_news("c.xml", "<?xml version=\"1.0\"?><svg></svg>");
  const Outcome outcome = index({"update", "news"});
  CHECK(outcome.output.starts_with("2 articles: 2 added, 0 replaced, 0 removed; 1 mended; 1 rejected; "));
  CHECK(has(outcome.errors, "c.xml: not a text of news: XML"));
  CHECK(outcome.exit_code == 3);
  CHECK(has(index.exported(), "hill words"));
  CHECK(has(index.exported(), "broken words"));
}

TEST_CASE("a folder of feeds is not read again where nothing changed") {
  const IndexProgram index;
  index.write_news("valley.rss", feed_of(std::string(kDam) + std::string(kBridge)));
  REQUIRE(index({"update", "news"}).exit_code == 0);
  CHECK(index({"update", "news"}).output.starts_with("nothing changed: 1 file found; "));
}

TEST_SUITE_END();
