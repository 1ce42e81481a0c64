// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include <filesystem>

#include "tests/cli/index_program.h"

using namespace newsline;

namespace {

std::string item(std::string_view version, std::string_view management, std::string_view words) {
  return "<?xml version=\"1.0\"?><newsItem xmlns=\"http://iptc.org/std/nar/2006-10-01/\" "
         "guid=\"urn:newsml:v.example:1\" "
         "version=\"" +
         std::string(version) + "\"><itemMeta>" + std::string(management) +
         "</itemMeta><contentMeta><headline>Dam</headline></contentMeta><contentSet><inlineData>" +
         std::string(words) + "</inlineData></contentSet></newsItem>";
}

}  // namespace

TEST_SUITE_BEGIN("black-box");

TEST_CASE("a later version of a news item replaces it and a kill takes it away") {
  const IndexProgram index;
  index.write_news("1.xml", item("1", "", "first words"));
  CHECK(index({"update", "news"}).output.starts_with("1 article: 1 added, "));
  index.write_news("2.xml", item("2", "", "later words"));
  CHECK(index({"update", "news"}).output.starts_with("1 article: 0 added, 1 replaced, "));
  CHECK(has(index.exported(), "later words"));
  CHECK_FALSE(has(index.exported(), "first words"));

  index.write_news("3.xml", item("3", "<pubStatus qcode=\"stat:canceled\"/>", "no words"));
  CHECK(index({"update", "news"}).output.starts_with("1 article: 0 added, 1 replaced, "));
  const std::string exported = index.exported();
  CHECK(has(exported, "\"withdrawn\":1"));
  CHECK_FALSE(has(exported, "words"));
}

TEST_CASE("what an agency says of an article comes back from export") {
  const IndexProgram index;
  index.write_news("1.xml", item("1", "<embargoed>2999-03-12T06:00:00Z</embargoed>", "held words"));
  REQUIRE(index({"update", "news"}).exit_code == 0);
  const std::string exported = index.exported();
  CHECK(has(exported, "\"embargo\":\"2999-03-12T06:00:00Z\""));
  index.write_news("1.xml", "");
  index.write_news("again.jsonl", exported);
  static_cast<void>(index({"update", "news"}));
  CHECK(index.exported() == exported);
}

TEST_CASE("the highest version of a news item counts whatever the names of its files") {
  for (const bool at_once : {true, false}) {
    CAPTURE(at_once);
    const IndexProgram index;
    index.write_news("a.xml", item("10", "", "tenth words"));
    if (!at_once) REQUIRE(index({"update", "news"}).exit_code == 0);
    index.write_news("b.xml", item("9", "", "ninth words"));
    REQUIRE(index({"update", "news"}).exit_code == 0);
    CHECK(has(index.exported(), "tenth words"));
    CHECK_FALSE(has(index.exported(), "ninth words"));
    REQUIRE(index({"rebuild"}).exit_code == 0);
    CHECK(has(index.exported(), "tenth words"));
    index.write_news("a.xml", item("8", "", "eighth words"));
    REQUIRE(index({"update", "news"}).exit_code == 0);
    CHECK(has(index.exported(), "ninth words"));
  }
}

TEST_CASE("a kill takes an item away whatever the names of the files and goes with its file") {
  const IndexProgram index;
  index.write_news("a.xml", item("2", "<pubStatus qcode=\"stat:canceled\"/>", "no words"));
  index.write_news("b.xml", item("2", "", "second words"));
  index.write_news("c.xml", item("1", "", "first words"));
  REQUIRE(index({"update", "news"}).exit_code == 0);
  CHECK(has(index.exported(), "\"withdrawn\":1"));
  CHECK_FALSE(has(index.exported(), "words"));
  std::filesystem::remove(index / "news/a.xml");
  REQUIRE(index({"update", "news"}).exit_code == 0);
  CHECK(has(index.exported(), "second words"));
}

TEST_CASE("the status counts neither what an agency took back nor what is under an embargo") {
  const IndexProgram index;
  index.write_news("a.xml", item("1", "<embargoed>2999-03-12T06:00:00Z</embargoed>", "held words"));
  CHECK(index({"update", "news"}).exit_code == 0);
  CHECK(has(index({"status", "--json"}).output, "\"articles\":0,\"undated\":0,\"first_day\":null"));
  CHECK(has(index({"status", "--json"}).output, "\"words\":0,\"tags\":0,\"languages\":[],\"publishers\":[]"));
  index.write_news("a.xml", item("2", "<embargoed>1999-03-12T06:00:00Z</embargoed>", "told words"));
  CHECK(index({"update", "news"}).exit_code == 0);
  CHECK(has(index({"status", "--json"}).output, "\"articles\":1,\"undated\":1,"));
  index.write_news("a.xml", item("3", "<pubStatus qcode=\"stat:canceled\"/>", "no words"));
  CHECK(index({"update", "news"}).exit_code == 0);
  CHECK(has(index({"status", "--json"}).output, "\"articles\":0,\"undated\":0,\"first_day\":null"));
}

TEST_SUITE_END();
