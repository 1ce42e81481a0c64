// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/document/postings.h"
#include "common/index/document/document.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "common/article/article_json.h"
#include "common/article/file/content_hash.h"
#include "common/index/document/values.h"
#include "common/index/refresh/generation_writer.h"
#include "common/index/schema.h"

using namespace newsline;

namespace {

std::string described(const Article& article) {
  Tokenizer tokenizer;
  return describe(make_postings(article, tokenizer));
}

Article text_of(std::string id, std::string language, std::string title, std::string body) {
  Article article;
  article.id = std::move(id);
  article.language = std::move(language);
  article.title = std::move(title);
  article.body = std::move(body);
  return article;
}

std::string value_in(const Postings& postings, std::uint32_t slot) {
  for (const auto& [number, value] : postings.values)
    if (number == slot) return value;
  return "";
}

}  // namespace

TEST_SUITE("unit") {
  TEST_CASE("an article in each of ten languages becomes these postings") {
    struct Case {
      const char* language;
      const char* title;
      const char* body;
      const char* expected;
    };
    const std::vector<Case> cases = {
        {"en", "CSTO pauses", "CSTO said.",
         "Len Qa Scsto:1[1] Spauses:1[2] csto:4[1,102] pauses:3[2] said:1[103]"},
        {"ru", "Пауза", "Ёлка", "Lru Qa Sпауза:1[1] пауза:3[1] ёлка:1[101]"},
        {"hy", "Ի՞նչ", "Երևան", "Lhy Qa Sինչ:1[1] երեւան:1[101] ինչ:3[1]"},
        {"ka", "კუხო", "ᲙᲣᲮᲝ", "Lka Qa Sკუხო:1[1] კუხო:4[1,101]"},
        {"az", "Əli", "Şuşa", "Laz Qa Səli:1[1] şuşa:1[101] əli:3[1]"},
        {"tr", "İstanbul'da", "", "Ltr Qa Sda:1[2] Sistanbul:1[1] da:3[2] istanbul:3[1]"},
        {"ar", "مُحَمَّد", "محمد", "Lar Qa Sمحمد:1[1] محمد:4[1,101]"},
        {"zh", "北京", "新闻", "Lzh Qa S北京:1[1] 北京:3[1] 新闻:1[101]"},
        {"th", "ข่าว", "ภาษาไทย", "Lth Qa Sข่าว:1[1] ข่าว:3[1] ภาษา:1[101] ไทย:1[102]"},
        {"de", "Straße", "STRASSE, Ämter", "Lde Qa Sstrasse:1[1] strasse:4[1,101] ämter:1[102]"}};
    for (const Case& one : cases) {
      CAPTURE(one.language);
      CHECK(described(text_of("a", one.language, one.title, one.body)) == one.expected);
    }
  }

  TEST_CASE("what is known about an article becomes filters") {
    Article article = text_of("https://www.Example.org/1", "az-latn", "", "");
    article.url = article.id;
    article.tags = {"CSTO", "Foreign  Policy"};
    article.authors = {"Ani Petrosyan"};
    article.source = "The Agency";
    article.section = "World";
    article.published = parse_iso8601("2024-03-12T23:30:00-05:00");
    CHECK(described(article) ==
          "Aani petrosyan D20240312 Hexample.org Kcsto Kforeign policy Laz Laz-latn M202403 "
          "Qhttps://www.Example.org/1 XSEC:world XSRC:the agency Y2024");
  }

  TEST_CASE("an article of which nothing is known is its id alone") {
    CHECK(described(text_of("Nothing", "", "", "")) == "Q:Nothing");
  }

  TEST_CASE("a title without a body and a body without a title begin where each stands alone") {
    CHECK(described(text_of("a", "", "one two", "")) == "Qa Sone:1[1] Stwo:1[2] one:3[1] two:3[2]");
    CHECK(described(text_of("a", "", "", "one two")) == "Qa one:1[100] two:1[101]");
  }

  TEST_CASE("a summary is a run of its own unless the body begins with it") {
    Article article = text_of("a", "", "t", "b c");
    article.summary = "s";
    CHECK(described(article) == "Qa St:1[1] b:1[201] c:1[202] s:1[101] t:3[1]");
    article.summary = "B";
    CHECK(described(article) == "Qa St:1[1] b:1[101] c:1[102] t:3[1]");
  }

  TEST_CASE("what an agency says stands behind the body and an embargo in its slot") {
    Article article = text_of("a", "", "", "b");
    article.wire.slugline = "Fed-Rates";
    article.wire.dateline = "Moscow";
    article.wire.embargo = parse_iso8601("1970-01-01T00:04:16Z");
    CHECK(described(article) == "Qa b:1[100] fed:1[200] moscow:1[202] rates:1[201]");
    Tokenizer tokenizer;
    CHECK(number_of_value(value_in(make_postings(article, tokenizer), schema::slot::kEmbargo)) == 256);
    article.wire.embargo.reset();
    CHECK(value_in(make_postings(article, tokenizer), schema::slot::kEmbargo).empty());
  }

  TEST_CASE("an article that was withdrawn is its id and is hidden for ever") {
    Article article = text_of("a", "en", "t", "b");
    article.tags = {"x"};
    article.wire.is_withdrawn = true;
    CHECK(described(article) == "Qa");
    Tokenizer tokenizer;
    CHECK(number_of_value(value_in(make_postings(article, tokenizer), schema::slot::kEmbargo)) == UINT64_MAX);
  }

  TEST_CASE("words and tags that are too long are cut and still differ") {
    const std::string word(300, 'a');
    Article article = text_of("a", "", "", word + "x " + word + "y");
    article.tags = {word + "x", word + "y"};
    Tokenizer tokenizer;
    const Postings postings = make_postings(article, tokenizer);
    REQUIRE(postings.terms.size() == 5);
    CHECK(is_storable(postings));
    for (const Posting& posting : postings.terms) CHECK(posting.term.size() <= schema::kMaxTermBytes);
    std::vector<std::string> tags;
    REQUIRE(for_each_name(value_in(postings, schema::slot::kTags),
                          [&](std::string_view tag) { tags.emplace_back(tag); }));
    CHECK(tags == article.tags);
  }

  TEST_CASE("terms and values ascend and the hash is of the stored text") {
    Article article = text_of("a", "en", "b a c", "c b a");
    article.reads = 0;
    Tokenizer tokenizer;
    const Postings postings = make_postings(article, tokenizer);
    CHECK(std::is_sorted(postings.terms.begin(), postings.terms.end(),
                         [](const Posting& a, const Posting& b) { return a.term < b.term; }));
    CHECK(std::is_sorted(postings.values.begin(), postings.values.end()));
    CHECK(article_from_json(postings.data) == article);
    CHECK(value_in(postings, schema::slot::kHash) == content_hash(postings.data));
    CHECK(number_of_value(value_in(postings, schema::slot::kReads)) == 0);
    CHECK(value_in(postings, schema::slot::kDay).empty());
  }

  TEST_CASE("what Xapian cannot hold is told beforehand") {
    const auto with_term = [](std::string term) {
      Postings postings;
      postings.terms.push_back({std::move(term), 1});
      return postings;
    };
    CHECK(is_storable(with_term(std::string(245, 'a'))));
    CHECK_FALSE(is_storable(with_term(std::string(246, 'a'))));
    CHECK_FALSE(is_storable(with_term(std::string(200, 'a') + std::string(23, '\0'))));
    CHECK_FALSE(is_storable(with_term("")));
  }
}
