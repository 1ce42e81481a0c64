// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/article/article_json.h"

#include <doctest/doctest.h>

#include <string>

#include "common/article/origins.h"
#include "common/error.h"

namespace {

using newsline::Article;
using newsline::article_from_json;
using newsline::to_json;

Article whole_article() {
  Article article;
  article.id = "https://example.org/1";
  article.title = "Bridge \"opens\"";
  article.published = newsline::parse_iso8601("2024-03-12T09:30:00+04:00");
  article.reads = 487;
  article.language = "hy";
  article.tags = {"Արնավան", "C#"};
  article.authors = {"Anna"};
  article.source = "agency";
  article.section = "City";
  article.url = "https://example.org/1";
  article.summary = "Short.";
  article.body = "One.\n\tTwo.";
  article.path = "/news/a.jsonl";
  return article;
}

TEST_SUITE("unit") {
  TEST_CASE("fields have the names of their keys") {
    Article article = whole_article();
    article.wire = {"slug", "MOSCOW", {"medtop:1"}, 2, 3, newsline::parse_iso8601("2024-03-12"), true};
    const std::string json = to_json(article);
    for (std::size_t index = 0; index < newsline::kArticleFields; ++index) {
      const auto field = static_cast<newsline::ArticleField>(index);
      CAPTURE(index);
      CHECK(newsline::is_said(article, field));
      CHECK_FALSE(newsline::is_said(Article{}, field));
      CHECK(json.find('"' + std::string(newsline::name_of(field)) + "\":") != std::string::npos);
    }
  }

  TEST_CASE("keys stand in one order and unknown values are left out") {
    CHECK(to_json(whole_article()) ==
          R"({"newsline":1,"id":"https://example.org/1","title":"Bridge \"opens\"",)"
          R"("published":"2024-03-12T09:30:00+04:00","reads":487,"lang":"hy","tags":["Արնավան","C#"],)"
          R"("authors":["Anna"],"source":"agency","section":"City","url":"https://example.org/1",)"
          R"("summary":"Short.","body":"One.\n\tTwo.","path":"/news/a.jsonl"})");
    Article bare;
    bare.id = "/a";
    CHECK(to_json(bare) == R"({"newsline":1,"id":"/a"})");
    CHECK(article_from_json(to_json(bare)) == bare);
    CHECK(article_from_json(to_json(whole_article())) == whole_article());
  }

  TEST_CASE("keys may stand in another order") {
    CHECK(article_from_json(
              R"({"path":"/news/a.jsonl","body":"One.\n\tTwo.","summary":"Short.","lang":"hy","newsline":1,)"
              R"("authors":["Anna"],"tags":["Արնավան","C#"],"id":"https://example.org/1","source":"agency",)"
              R"("published":"2024-03-12T09:30:00+04:00","section":"City","reads":487,)"
              R"("url":"https://example.org/1","title":"Bridge \"opens\""})") == whole_article());
  }

  TEST_CASE("one parser reads articles one after the other") {
    newsline::JsonArticles parser;
    const std::string whole = to_json(whole_article());
    CHECK(parser.article(whole) == whole_article());
    CHECK_THROWS_AS(static_cast<void>(parser.article("{")), newsline::Error);
    CHECK(parser.article(R"({"newsline":1,"id":"a"})").id == "a");
    CHECK(parser.article(whole) == whole_article());
  }

  TEST_CASE("what to_json cannot have written is an error of data") {
    for (const std::string json :
         {"", "{}", "[]", R"({"newsline":1})", R"({"newsline":2,"id":"a"})", R"({"newsline":1,"id":""})",
          R"({"id":"a"})", R"({"newsline":1,"id":"a","x":1})", R"({"newsline":1,"id":"a","id":"a"})",
          R"({"newsline":1,"id":"a","title":""})", R"({"newsline":1,"id":"a","title":"b\nc"})",
          R"({"newsline":1,"id":"a","body":"b\u0000"})", R"({"newsline":1,"id":"a","reads":-1})",
          R"({"newsline":1,"id":"a","reads":"1"})", R"({"newsline":1,"id":"a","published":"soon"})",
          R"({"newsline":1,"id":"a","tags":"b"})", R"({"newsline":1,"id":"a","tags":["b","B"]})",
          R"({"newsline":1,"id":"a","tags":[" b"]})", R"({"newsline":1,"id":"a","title":null})"}) {
      INFO(json);
      CHECK_THROWS_AS(static_cast<void>(article_from_json(json)), newsline::Error);
    }
  }

  TEST_CASE("texts over their limits are refused") {
    const auto with = [](const std::string& key, const std::string& value) {
      return "{\"newsline\":1,\"id\":\"a\",\"" + key + "\":" + value + "}";
    };
    const std::string long_line = '"' + std::string((8u << 10) + 1, 'x') + '"';
    const std::string long_name = '"' + std::string(201, 'x') + '"';
    for (const char* key : {"title", "source", "section", "url", "lang"}) {
      INFO(std::string(key));
      CHECK_THROWS_AS(static_cast<void>(article_from_json(with(key, long_line))), newsline::Error);
    }
    for (const char* key : {"tags", "authors"}) {
      INFO(std::string(key));
      CHECK_THROWS_AS(static_cast<void>(article_from_json(with(key, "[" + long_name + "]"))),
                      newsline::Error);
    }
    for (const char* key : {"summary", "body"}) {
      INFO(std::string(key));
      const std::string long_text = '"' + std::string((8u << 20) + 1, 'x') + '"';
      CHECK_THROWS_AS(static_cast<void>(article_from_json(with(key, long_text))), newsline::Error);
    }
  }
}

}  // namespace
