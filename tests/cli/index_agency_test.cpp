// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

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

TEST_SUITE_END();
