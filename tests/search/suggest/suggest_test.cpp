// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "tests/search/archive/sample_index.h"

namespace newsline {
namespace {

using test::article;
using test::SampleIndex;

Article tagged(Article given, std::vector<std::string> tags, const char* date) {
  given.tags = std::move(tags);
  given.published = parse_iso8601(date);
  return given;
}

std::vector<Article> port_news() {
  std::vector<Article> articles = {
      tagged(article("1", "Harbour pilots strike again", "pilots"), {"Foreign Policy", "Ports"},
             "2020-01-01"),
      tagged(article("2", "Harbour pilots strike at noon", "pier"), {"Ports"}, "2020-01-02"),
      tagged(article("3", "Prime minister: pilots win", "pilot"), {"ports of call"}, "2020-01-03")};
  articles[0].authors = {"Ani Petrosyan"};
  articles[1].authors = {"Petra Ivanova"};
  articles[2].source = "Port Courier";
  articles[2].language = "en";
  articles[2].section = "Economy";
  return articles;
}

/// `tag:ports/2, ...`
std::string suggested(Archive& archive, std::string_view beginning, std::size_t limit = 20) {
  std::string text;
  for (const Suggestion& each : archive.suggest(beginning, limit))
    text += (text.empty() ? "" : ", ") + each.text + '/' + std::to_string(each.articles);
  return text;
}

}  // namespace

TEST_SUITE("unit") {
  TEST_CASE("words that begin so come with their numbers of articles") {
    const SampleIndex index(port_news());
    Archive archive = index.archive();
    CHECK(suggested(archive, "PI") == "pilots/3, pier/1, pilot/1");
    CHECK(suggested(archive, "PI", 1) == "pilots/3");
    CHECK(suggested(archive, "zebra").empty());
    CHECK(suggested(archive, "pi", 0).empty());
  }

  TEST_CASE("a field limits the suggestions to its names") {
    const SampleIndex index(port_news());
    Archive archive = index.archive();
    CHECK(suggested(archive, "tag:po") == "tag:Ports/2, tag:\"Foreign Policy\"/1, tag:\"ports of call\"/1");
    CHECK(suggested(archive, "#Foreign p") == "tag:\"Foreign Policy\"/1");
    CHECK(suggested(archive, "tag:\"foreign") == "tag:\"Foreign Policy\"/1");
    CHECK(suggested(archive, "author:petr") == "author:\"Ani Petrosyan\"/1, author:\"Petra Ivanova\"/1");
    CHECK(suggested(archive, "source:co") == "source:\"Port Courier\"/1");
    CHECK(suggested(archive, "section:") == "section:Economy/1");
    CHECK(suggested(archive, "lang:") == "lang:en/1");
    CHECK(suggested(archive, "title:strik", 1) == "title:strike/2");
    CHECK(suggested(archive, "title:minist") == "title:minister/1");
    CHECK(suggested(archive, "title:pier").empty());
    CHECK(suggested(archive, "date:20").empty());
    CHECK(suggested(archive, "tag:zebra").empty());
  }

  TEST_CASE("phrases of titles go on until a sign ends them") {
    const SampleIndex index(port_news());
    Archive archive = index.archive();
    CHECK(suggested(archive, "title:harbour pi") ==
          "title:\"Harbour pilots strike\"/2, title:\"Harbour pilots strike again\"/1, "
          "title:\"Harbour pilots strike at\"/1");
    CHECK(suggested(archive, "prime m") == "title:\"Prime minister\"/1");
    CHECK(suggested(archive, "prime minister p").empty());
    CHECK(suggested(archive, "pilots harbour").empty());
  }

  TEST_CASE("of equally frequent words the one of new articles comes first") {
    std::vector<Article> articles;
    for (int i = 0; i < 130; ++i) {
      const bool is_new = i >= 65;
      articles.push_back(tagged(article("a" + std::to_string(i), "", is_new ? "quayside" : "quartz"), {},
                                is_new ? "2024-06-01" : "2019-06-01"));
    }
    const SampleIndex index(articles);
    Archive archive = index.archive();
    CHECK(suggested(archive, "qua") == "quayside/65, quartz/65");
  }
}

TEST_SUITE("property") {
  TEST_CASE("a suggestion is a question that finds as many articles as it says") {
    const SampleIndex index(port_news());
    Archive archive = index.archive();
    std::size_t checked = 0;
    for (const char* beginning :
         {"", "p", "pi", "por", "harbour", "title:str", "tag:", "author:", "lang:", "an"}) {
      CAPTURE(beginning);
      for (const Suggestion& each : archive.suggest(beginning, 50)) {
        CAPTURE(each.text);
        Request asked = test::request(each.text);
        asked.expand = false;
        asked.matching = kExactly;
        CHECK(archive.search(asked).total == each.articles);
        ++checked;
      }
    }
    CHECK(checked > 20);
  }

  TEST_CASE("a rebuild suggests the same") {
    SampleIndex index({port_news()[0]});
    index.update(port_news());
    Archive updated = index.archive();
    std::vector<std::string> before;
    const std::vector<const char*> beginnings = {"", "p", "harbour", "tag:", "title:h", "author:p"};
    before.reserve(beginnings.size());
    for (const char* each : beginnings) before.push_back(suggested(updated, each));
    index.rebuild();
    Archive rebuilt = index.archive();
    for (std::size_t i = 0; i < beginnings.size(); ++i) CHECK(suggested(rebuilt, beginnings[i]) == before[i]);
  }
}

}  // namespace newsline
