// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include <string>

#include "common/article/article_json.h"
#include "common/article/field/cleaning.h"
#include "common/article/json/lines_reader.h"
#include "tests/article/summary.h"

namespace {

using newsline::Article;
using newsline::Rejection;
using newsline::test::context;
using newsline::test::summary_of_json;

newsline::Reading read(std::string_view line, std::uint64_t number = 1) {
  return newsline::read_json_line(line, number, context());
}

Article article(std::string_view line) { return newsline::test::article_of(read(line)); }

/// The article of a record with a title and these members besides.
Article with(const std::string& members) { return article("{\"title\":\"t\"," + members + "}"); }

std::string refusal(const std::string& line) {
  const auto reading = read(line, 7);
  const auto* const rejection = std::get_if<Rejection>(&reading);
  return rejection == nullptr ? "none" : describe(*rejection);
}

std::string reason_with(const std::string& members) { return refusal("{\"title\":\"t\"," + members + "}"); }

std::string date_with(const std::string& value) {
  const auto published = with("\"published\":" + value).published;
  return published ? iso8601(*published) : "none";
}

using Names = std::vector<std::string>;

TEST_SUITE("unit") {
  TEST_CASE("each field is read under its name and each of its aliases") {
    for (const char* name : {"id", "guid", "uid", "_id"}) {
      INFO(std::string(name));
      CHECK(with("\"" + std::string(name) + "\":\"v\"").id == "/news/page.txt#v");
    }
    for (const char* name : {"title", "headline", "name"}) {
      INFO(std::string(name));
      CHECK(article("{\"" + std::string(name) + "\":\"v\"}").title == "v");
    }
    for (const char* name : {"published", "date", "published_at", "datePublished", "date_published",
                             "pubDate", "created_at", "timestamp"}) {
      INFO(std::string(name));
      CHECK(iso8601(with("\"" + std::string(name) + "\":\"2024-03-12\"").published.value()) == "2024-03-12");
    }
    for (const char* name : {"reads", "views", "view_count", "hits"}) {
      INFO(std::string(name));
      CHECK(with("\"" + std::string(name) + "\":487").reads == 487);
    }
    for (const char* name : {"tags", "keywords", "topics", "categories"}) {
      INFO(std::string(name));
      CHECK(with("\"" + std::string(name) + "\":[\"v\"]").tags == Names{"v"});
    }
    for (const char* name : {"authors", "author", "byline", "creator"}) {
      INFO(std::string(name));
      CHECK(with("\"" + std::string(name) + "\":\"v\"").authors == Names{"v"});
    }
  }

  TEST_CASE("each field of one text is read under its name and each of its aliases") {
    struct Row {
      std::string Article::*field;
      std::vector<std::string> names;
    };
    const Row rows[] = {
        {&Article::language, {"lang", "language"}},
        {&Article::source, {"source", "publisher", "site", "outlet"}},
        {&Article::section, {"section", "category", "rubric"}},
        {&Article::url, {"url", "link", "canonical_url"}},
        {&Article::summary, {"summary", "description", "abstract", "standfirst", "lead"}},
        {&Article::body, {"body", "content", "text", "articleBody", "content_text"}},
    };
    for (const Row& row : rows) {
      for (const std::string& name : row.names) {
        INFO(name);
        CHECK(with("\"" + name + "\":\"vv\"").*row.field == "vv");
      }
    }
  }

  TEST_CASE("the first name of a field wins over its aliases wherever it stands") {
    CHECK(article(R"({"headline":"second","title":"first"})").title == "first");
    CHECK(article(R"({"title":null,"headline":"second"})").title == "second");
    CHECK(article(R"({"title":"","headline":"second"})").title == "second");
    CHECK(with(R"("tags":[],"keywords":"a, b")").tags == Names{"a", "b"});
  }

  TEST_CASE("of equal names the first counts") {
    CHECK(article(R"({"title":"first","title":"second"})").title == "first");
  }

  TEST_CASE("unknown fields null and nested values are passed over") {
    CHECK(summary_of_json(
              R"({"title":"t","body":"b","x":{"title":"no","y":[1,{"body":"no"}]},"z":null,"tags":null})") ==
          "T<t> B<b>");
    CHECK(with(R"("Title":"no","BODY":"no")") == article(R"({"title":"t"})"));
  }

  TEST_CASE("a date has any of its forms and one that is none is unknown") {
    struct Row {
      const char* value;
      const char* expected;
    };
    constexpr Row kRows[] = {
        {"\"2024-03-12\"", "2024-03-12"},
        {"\"2024-03-12T09:30:00+04:00\"", "2024-03-12T09:30:00+04:00"},
        {"\"2024-03-12 09:30:00\"", "2024-03-12T09:30:00Z"},
        {"\"20240312\"", "2024-03-12"},
        {"\"12 March 2024\"", "2024-03-12"},
        {"\"Tue, 12 Mar 2024 09:30:00 +0400\"", "2024-03-12T09:30:00+04:00"},
        {"\"12 марта 2024\"", "2024-03-12"},
        {"1710235800", "2024-03-12T09:30:00Z"},
        {"1710235800.75", "2024-03-12T09:30:00Z"},
        {"1710235800123", "2024-03-12T09:30:00Z"},
        {"\"1710235800\"", "2024-03-12T09:30:00Z"},
        {"-1", "1969-12-31T23:59:59Z"},
        {"0", "1970-01-01T00:00:00Z"},
        {"1e300", "none"},
        {"123456789012345678901234567890", "none"},
        {"\"2024-02-31\"", "none"},
        {"\"soon\"", "none"},
        {"\"\"", "none"},
        {"null", "none"},
    };
    for (const Row& row : kRows) {
      INFO(std::string(row.value));
      CHECK(date_with(row.value) == std::string(row.expected));
    }
  }

  TEST_CASE("a counter is a whole number or its digits") {
    for (const char* value :
         {"1487", "\"1487\"", "\"1,487\"", "\"1 487\"", "\" 1.487 \"", "1487.0", "1.487e3"}) {
      INFO(std::string(value));
      CHECK(with("\"reads\":" + std::string(value)).reads == 1487);
    }
    CHECK(with("\"reads\":18446744073709551615").reads == UINT64_MAX);
    for (const char* value :
         {"-1", "1.5", "\"many\"", "\"12 views\"", "true", "[1]", "1e30", "18446744073709551616"}) {
      INFO(std::string(value));
      CHECK(reason_with("\"reads\":" + std::string(value)) ==
            "/news/page.txt:7: the field \"reads\" has a form that is not known");
    }
  }

  TEST_CASE("tags are an array or one string and lose their hash") {
    CHECK(with(R"("tags":["#CSTO"," foreign policy ",null,"C#","csto",""])").tags ==
          Names{"CSTO", "foreign policy", "C#"});
    CHECK(with(R"("tags":"#CSTO, foreign policy; C#،ОДКБ")").tags ==
          Names{"CSTO", "foreign policy", "C#", "ОДКБ"});
    CHECK(with(R"("tags":["a, b"])").tags == Names{"a, b"});
    CHECK(with(R"("tags":[{"name":"a"},"b"])").tags == Names{"a", "b"});
  }

  TEST_CASE("authors and source are texts or objects with a name") {
    CHECK(with(R"("author":{"name":"Anna","url":"x"})").authors == Names{"Anna"});
    CHECK(with(R"("authors":[{"name":"Anna"},"Ben","anna"])").authors == Names{"Anna", "Ben"});
    CHECK(with(R"("publisher":{"name":"Wire"})").source == "Wire");
    CHECK(with(R"("source":" ")").source == "agency");
    CHECK(article(R"({"title":"t"})").source == "agency");
  }

  TEST_CASE("a body may be an array of paragraphs") {
    CHECK(with(R"("content":["one",null,"two"])").body == "one\ntwo");
  }

  TEST_CASE("a language is a tag in lower case or a name and anything else is not known") {
    CHECK(with(R"("lang":"EN")").language == "en");
    CHECK(with(R"("lang":"zh_Hant")").language == "zh-hant");
    CHECK(with(R"("lang":"русский")").language == "ru");
    CHECK(with(R"("lang":"plain speech")").language.empty());
    CHECK(with(R"("lang":"e")").language.empty());
  }

  TEST_CASE("the id is the url else the own id else the line") {
    CHECK(with(R"("url":"https://example.org/1","id":"9")").id == "https://example.org/1");
    CHECK(with(R"("id":"9")").id == "/news/page.txt#9");
    CHECK(with(R"("id":9)").id == "/news/page.txt#9");
    CHECK(with(R"("id":18446744073709551615)").id == "/news/page.txt#18446744073709551615");
    CHECK(with(R"("id":1.50)").id == "/news/page.txt#1.50");
    CHECK(with(R"("id":123456789012345678901234567890)").id ==
          "/news/page.txt#123456789012345678901234567890");
    CHECK(newsline::test::article_of(read(R"({"title":"t"})", 7)).id == "/news/page.txt#7");
    CHECK(with("\"id\":\"" + std::string(9000, 'x') + "\"").id == "/news/page.txt#1");
    CHECK(with("\"url\":\"https://example.org/" + std::string(9000, 'x') + "\",\"id\":\"9\"").id ==
          "/news/page.txt#9");
  }

  TEST_CASE("a field of another form is refused by the name under which it stands") {
    for (const std::string name : {"headline", "link", "description", "category", "language", "keywords",
                                   "byline", "outlet", "content", "date", "views", "guid"}) {
      INFO(name);
      CHECK(refusal("{\"" + name + "\":{\"a\":1}}").find("the field \"" + name + "\"") != std::string::npos);
      CHECK(refusal("{\"" + name + "\":[[1]]}").find("the field \"" + name + "\"") != std::string::npos);
    }
    CHECK(reason_with(R"("tags":["a",1])") ==
          "/news/page.txt:7: the field \"tags\" has a form that is not known");
  }

  TEST_CASE("a record that says nothing is refused but a flash that only has a headline or a date is not") {
    const std::string reason = "rejected: the record has neither title nor body";
    for (const char* line : {"{}", R"({"title":"","body":" \n "})", R"({"title":null})", R"({"id":"1"})",
                             R"({"tags":["a"]})", R"({"summary":"s"})"}) {
      INFO(std::string(line));
      CHECK(summary_of_json(line) == reason);
    }
    CHECK(summary_of_json(R"({"id":"1","tags":["a"]})") == "K<a>");
    CHECK(summary_of_json(R"({"id":"1","date":"2024-03-12"})") == "D<2024-03-12>");
  }

  TEST_CASE("fields over their limits are cut and the article is mended") {
    const std::string long_text(newsline::kMaxLineBytes + 5, 'x');
    const auto reading = read("{\"title\":\"" + long_text + "\"}");
    CHECK(std::get<newsline::ReadArticle>(reading).article.title.size() == newsline::kMaxLineBytes);
    CHECK(std::get<newsline::ReadArticle>(reading).mended);
    const auto body = read("{\"body\":\"" + std::string(newsline::kMaxBodyBytes + 5, 'x') + "\"}");
    CHECK(std::get<newsline::ReadArticle>(body).article.body.size() == newsline::kMaxBodyBytes);
    CHECK(std::get<newsline::ReadArticle>(body).mended);
  }

  TEST_CASE("what export wrote is read back whole") {
    Article written = with(R"("id":"9","tags":["a"],"reads":5,"date":"2024-03-12T09:30:00+04:00")");
    written.path = "/elsewhere/a.txt";
    written.id = "elsewhere";
    CHECK(article(to_json(written)) == written);
    CHECK(summary_of_json("{\"newsline\":1,\"id\":\"1\",\"title\":\"" + std::string(9000, 'x') + "\"}") ==
          "rejected: not an article as this program writes it: \"title\" is wrong");
    CHECK(summary_of_json(R"({"newsline":1,"title":"t"})").starts_with("rejected: not an article"));
    CHECK(summary_of_json(R"({"newsline":2,"id":"1","title":"t"})").starts_with("rejected: not an article"));
  }
}

}  // namespace
