// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/article/agency/ninjs.h"

#include <doctest/doctest.h>

#include <string>

#include "tests/support/temporary_folder.h"

namespace {

using newsline::Article;
using newsline::is_ninjs;
using newsline::iso8601;
using newsline::read_ninjs;
using newsline::ReadArticle;
using newsline::Reading;
using newsline::Rejection;
using Names = std::vector<std::string>;

const newsline::ReadContext kContext{"/wire/1.json", "wire"};

Article only_article(std::string_view file) {
  const auto readings = read_ninjs(file, kContext);
  REQUIRE(readings.size() == 1);
  REQUIRE(std::holds_alternative<ReadArticle>(readings.front()));
  return std::get<ReadArticle>(readings.front()).article;
}

std::string reason_against(std::string_view file) {
  const auto readings = read_ninjs(file, kContext);
  REQUIRE(readings.size() == 1);
  return std::get<Rejection>(readings.front()).reason;
}

constexpr std::string_view kFirst =
    R"({"uri": "urn:v.example:1", "type": "text", "version": "3", "urgency": 4,
  "firstcreated": "2024-03-12T09:30:00+04:00", "versioncreated": "2024-03-12T10:00:00Z", "pubstatus": "usable",
  "language": "en", "byline": "By Mariam Petrosian and Ole Beck", "located": "ARPAVAN", "slugline": "Dam-Cracks",
  "headline": "Dam holds", "description_text": "Nobody is in danger.", "body_text": "It stands. Two.",
  "body_xhtml": "<p>It <b>stands</b>.</p><p>Two.</p>", "subject": [{"code": "medtop:06000000"},
  {"name": "dams", "code": "medtop:20000430"}], "place": [{"name": "Arpavan"}], "infosource": [{"name": "VN"}],
  "associations": {"photo": {"uri": "urn:v.example:2", "headline": "Not this"}}})";

constexpr std::string_view kThird = R"([{"uri": "urn:v.example:1", "version": 3, "urgency": 4,
  "firstCreated": "2024-03-12T09:30:00+04:00", "versionCreated": "2024-03-12T10:00:00Z", "pubStatus": "usable",
  "language": "en", "by": "By Mariam Petrosian and Ole Beck", "located": "ARPAVAN", "slugline": "Dam-Cracks",
  "headlines": [{"role": "short", "value": "Dam"}, {"role": "main", "value": "Dam holds"}],
  "descriptions": [{"role": "summary", "value": "Nobody is in danger."}],
  "bodies": [{"role": "text", "contentType": "text/plain", "value": "It stands. Two."},
             {"role": "html", "contentType": "text/html", "value": "<h1>Dam holds</h1><p>It stands.</p><p>Two.</p>"}],
  "subjects": [{"uri": "medtop:06000000"}, {"name": "dams", "uri": "medtop:20000430"}],
  "places": [{"name": "Arpavan"}], "provider": "VN"}])";

}  // namespace

TEST_SUITE("unit") {
  TEST_CASE("An item of any version becomes the same article") {
    for (const std::string_view file : {kFirst, kThird}) {
      const Article article = only_article(file);
      CHECK(article.id == "urn:v.example:1");
      CHECK(article.title == "Dam holds");
      REQUIRE(article.published);
      CHECK(iso8601(*article.published) == "2024-03-12T09:30:00+04:00");
      CHECK(article.language == "en");
      CHECK(article.tags == Names{"environment", "dams", "Arpavan"});
      CHECK(article.authors == Names{"Mariam Petrosian", "Ole Beck"});
      CHECK(article.source == "VN");
      CHECK(article.summary == "Nobody is in danger.");
      CHECK(article.body == "It stands.\n\nTwo.");
      CHECK(article.wire.dateline == "ARPAVAN");
      CHECK(article.wire.slugline == "Dam-Cracks");
      CHECK(article.wire.subjects == Names{"medtop:06000000", "medtop:20000430"});
      CHECK(article.wire.urgency == 4);
      CHECK(article.wire.version == 3);
    }
  }

  TEST_CASE("A body in NITF is read as such") {
    const Article article = only_article(
        R"({"uri": "1", "bodies": [{"contentType": "application/nitf+xml", "value": "<nitf><body><body.head><hedline>)"
        R"(<hl1>H</hl1></hedline></body.head><body.content><p>A</p><p>B</p></body.content></body></nitf>"}]})");
    CHECK(article.title == "H");
    CHECK(article.body == "A\n\nB");
  }

  TEST_CASE("Embargoes and withdrawals are kept") {
    const Article held =
        only_article(R"({"uri": "1", "headline": "H", "embargoed": "2024-03-13T06:00:00Z"})");
    REQUIRE(held.wire.embargo);
    CHECK(iso8601(*held.wire.embargo) == "2024-03-13T06:00:00Z");
    CHECK_FALSE(only_article(R"({"uri": "1", "headline": "H", "embargoed": null})").wire.embargo);
    const Article gone = only_article(R"({"uri": "1", "headline": "H", "pubstatus": "canceled"})");
    CHECK(gone.wire.is_withdrawn);
    CHECK(gone.id == "1");
    CHECK(gone.title.empty());
  }

  TEST_CASE("Forms that ninjs does not have count as not there") {
    const Article article = only_article(
        R"({"uri": 5, "headline": "H", "version": {}, "urgency": "high", "subject": "x", "byline": [], "place": [1]})");
    CHECK(article.id.starts_with("/wire/1.json#"));
    CHECK(article.tags.empty());
    CHECK_FALSE(article.wire.version);
  }

  TEST_CASE("A file that is no item is rejected with the reason") {
    CHECK(reason_against("{\"uri\": ").starts_with("broken JSON: "));
    CHECK(reason_against("[1]") == "the item is no object");
    CHECK(reason_against("{\"uri\": \"1\"}") == "the news item has neither headline nor text");
  }

  TEST_CASE("Items stand in a file alone or one a line") {
    const newsline::TemporaryFolder folder;
    const std::string path = folder / "a.jsonl";
    const std::string line = R"({"uri": "1", "pubstatus": "usable", "headline": "H"})";
    newsline::write_file(path, line + "\n\n{\"uri\": broken}\n" + line + "\n");
    newsline::ReadContext context{path, "wire"};
    const auto reader = newsline::ninjs_reader(newsline::Input(path), context);
    CHECK(std::holds_alternative<ReadArticle>(*reader->next()));
    const auto second = reader->next();
    REQUIRE(second);
    CHECK(std::get<Rejection>(*second).line == 3);
    CHECK(std::holds_alternative<ReadArticle>(*reader->next()));
    CHECK_FALSE(reader->next());
  }

  TEST_CASE("Ninjs is told by names that only it gives") {
    CHECK(is_ninjs(kFirst));
    CHECK(is_ninjs(kThird));
    CHECK(is_ninjs("{\"standard\": {\"schema\": \"https://www.iptc.org/std/ninjs/ninjs-schema_2.1.json\"}}"));
    CHECK_FALSE(is_ninjs("{\"$schema\": \"x\", \"uri\": 1, \"headlines\": 2}"));
    CHECK_FALSE(is_ninjs("{\"uri\": \"1\", \"title\": \"H\"}"));
    CHECK_FALSE(is_ninjs("{\"headlines\": []}"));
    CHECK_FALSE(is_ninjs("uri headlines"));
  }
}
