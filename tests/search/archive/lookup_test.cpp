// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include <algorithm>

#include "common/error.h"
#include "tests/search/archive/sample_index.h"

namespace newsline {
namespace {

using test::article;
using test::SampleIndex;

std::string found(Archive& archive, const std::string& id) {
  const auto found = archive.article(id);
  return found ? found->id : "";
}

TEST_SUITE("unit") {
  TEST_CASE("an article is found by its id and by the only ending that fits") {
    const SampleIndex index(
        {article("https://example.org/news/1", "One"), article("https://example.org/news/2", "Two"),
         article("/data/all.jsonl#7", "Seven"), article("HTTPS://EXAMPLE.ORG/NEWS/1", "Loud")});
    Archive archive = index.archive();
    CHECK(found(archive, "https://example.org/news/1") == "https://example.org/news/1");
    CHECK(found(archive, "HTTPS://EXAMPLE.ORG/NEWS/1") == "HTTPS://EXAMPLE.ORG/NEWS/1");
    CHECK(found(archive, "2") == "https://example.org/news/2");
    CHECK(found(archive, "news/2") == "https://example.org/news/2");
    CHECK(found(archive, "7") == "/data/all.jsonl#7");
    CHECK(found(archive, "all.jsonl#7") == "/data/all.jsonl#7");
    CHECK(found(archive, "ews/2").empty());
    CHECK(found(archive, "/news/2").empty());
    CHECK(found(archive, "").empty());
    CHECK(found(archive, "nothing").empty());
  }

  TEST_CASE("an article is found by the path of its file") {
    SampleIndex index;
    index.update({article("one", "One")}, "one.jsonl");
    index.update({article("two", "Two"), article("three", "Three")}, "two.jsonl");
    Archive archive = index.archive();
    CHECK(found(archive, index.source() + "/one.jsonl") == "one");
    CHECK(found(archive, index.source() + "/./x/../one.jsonl") == "one");
    CHECK_THROWS_AS((void)archive.article(index.source() + "/two.jsonl"), Error);
  }

  TEST_CASE("an ending that fits several articles is refused with some of their ids") {
    std::vector<Article> articles;
    for (int number = 1; number <= 7; ++number) {
      articles.push_back(article("https://example.org/" + std::to_string(number) + "/grain", "Grain"));
    }
    const SampleIndex index(articles);
    Archive archive = index.archive();
    try {
      (void)archive.article("grain");
      FAIL("not refused");
    } catch (const Error& error) {
      CHECK(error.kind() == ErrorKind::usage);
      CHECK(std::string(error.what()) == "\"grain\" fits 7 articles");
      CHECK(error.hint().find("\"https://example.org/1/grain\", \"https://example.org/2/grain\"") !=
            std::string::npos);
      CHECK(error.hint().ends_with("..."));
    }
    CHECK(found(archive, "3/grain") == "https://example.org/3/grain");
  }

  TEST_CASE("ids that are longer than a term can be are told apart and found by their endings") {
    const std::string start = "https://example.org/" + std::string(400, 'x');
    const SampleIndex index({article(start + "/one", "One"), article(start + "/two", "Two")});
    Archive archive = index.archive();
    CHECK(found(archive, start + "/one") == start + "/one");
    CHECK(found(archive, start + "/two") == start + "/two");
    CHECK(found(archive, "two") == start + "/two");
    CHECK(found(archive, start).empty());
  }

  TEST_CASE("every article comes by id in byte order and whole until the caller has enough") {
    std::vector<Article> articles = {article("b", "B", "text\n\nof b"),
                                     article("a", "A"),
                                     article("A", "Capital"),
                                     article("Z", "Capital"),
                                     article("~", "Tilde"),
                                     article(":", "Colon"),
                                     article("я", "Ya"),
                                     article(std::string(300, 'a') + "2", "Long"),
                                     article(std::string(300, 'a') + "1", "Long")};
    articles[0].tags = {"T"};
    articles[0].reads = 5;
    const SampleIndex index(articles);
    Archive archive = index.archive();
    std::vector<Article> seen;
    archive.for_each_article([&](const Article& each) {
      seen.push_back(each);
      return true;
    });
    std::sort(articles.begin(), articles.end(),
              [](const Article& a, const Article& b) { return a.id < b.id; });
    CHECK(seen == articles);
    int count = 0;
    archive.for_each_article([&](const Article&) { return ++count < 3; });
    CHECK(count == 3);
  }

  TEST_CASE("tags that begin so are listed whatever their case by how many articles have them") {
    Article one = article("1", "One");
    one.tags = {"CSTO", "Csepel", "Armenia"};
    Article two = article("2", "Two");
    two.tags = {"csto", "Ｃafé"};
    Article three = article("3", "Three");
    three.tags = {"csto"};
    const SampleIndex index({one, two, three});
    Archive archive = index.archive();
    CHECK(test::described(archive.tags("")) == "csto=3 Armenia=1 Ｃafé=1 Csepel=1");
    CHECK(test::described(archive.tags("cs")) == "csto=3 Csepel=1");
    CHECK(test::described(archive.tags("CAFÉ")) == "Ｃafé=1");
    CHECK(archive.tags("x").empty());
  }
}

}  // namespace
}  // namespace newsline
