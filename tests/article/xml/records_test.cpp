// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/article/xml/records.h"

#include <doctest/doctest.h>

#include <string>

#include "tests/support/cpu_limit.h"

namespace {

using newsline::xml::Node;
using newsline::xml::NodeIndex;
using newsline::xml::Records;
using newsline::xml::Structure;
using newsline::xml::Tree;

const Structure kStructure{{"list", "part"}, "item"};

std::string described(const Tree& tree, NodeIndex index) {
  const Node& node = tree[index];
  if (node.is_text) return node.text;
  std::string line = node.text + "(";
  for (NodeIndex child = index + 1; child < node.end; child = tree[child].end) line += described(tree, child);
  return line + ")";
}

/// All records on one line: `item(title(A)) item()`.
std::string records_in(std::string_view source) {
  Records records(source, kStructure);
  std::string line;
  while (const auto tree = records.next()) line += (line.empty() ? "" : " ") + described(*tree, 0);
  return line;
}

struct Row {
  const char* source;
  const char* expected;
};

constexpr Row kWellFormed[] = {
    {"<list><item>A</item><item>B</item></list>", "item(A) item(B)"},
    {"<list><part><item>A</item></part><part/><other><b/>x</other></list>", "item(A) other(b()x)"},
    {"<?xml version='1.0'?><!-- <item> --><!DOCTYPE list><list><item>A</item></list>", "item(A)"},
    {"<list><item>&lt;b&gt; &amp;amp; &#65;&#x42;&#X43; &quot;&apos;</item></list>",
     "item(<b> &amp; ABC \"')"},
    {"<list><item><![CDATA[<b> & &amp;]]></item></list>", "item(<b> & &amp;)"},
    {"<list><item>A<![CDATA[B]]>C<!-- x -->D</item></list>", "item(ABCD)"},
    {"<list><ITEM><Title>A</Title></ITEM></list>", "item(title(A))"},
    {"<item>A</item>", "item(A)"},
    {"<!DOCTYPE list [<!ENTITY city 'Arpavan'> <!ENTITY % p 'x'>]><list><item>&city;</item></list>",
     "item(Arpavan)"},
    {"<list><item>caf&eacute; &nbsp;&hellip;</item></list>", "item(caf\u00E9 \u00A0\u2026)"},
    {"<list><item>&#146;&#150;</item></list>", "item(\u2019\u2013)"},
    {"<list><item a='>'>A</item></list>", "item(A)"},
};

constexpr Row kBroken[] = {
    {"<list><item><title>A<br>B</title><link>x</link></item><item>2</item></list>",
     "item(title(Abr()B)link(x)) item(2)"},
    {"<list><item><text><a href=http://x>l</a></text></item><item>2</item></list>",
     "item(text(a(l))) item(2)"},
    {"<list><item><b><i>A</b>B</item><item>2</item></list>", "item(b(i(A))B) item(2)"},
    {"<list><item>A</b></item><item>2</item></list>", "item(A) item(2)"},
    {"<list><item>A & B < C &nothing; &; &#; &#x;</item></list>", "item(A & B < C &nothing; &; &#; &#x;)"},
    {"<list><item>1<item>2</item></list>", "item(1) item(2)"},
    {"<list><item>1</list>", "item(1)"},
    {"<list><item><title>cut of", "item(title(cut of))"},
    {"<list><item><![CDATA[cut of", "item(cut of)"},
    {"<list><item>A<!-- cut of", "item(A)"},
    {"<list><item>A<b", "item(Ab())"},
    {"<list><item><a title=\"open>A</a><b>B</b></item></list>", "item(a()b(B))"},
    {"<list><item><b a=1 a c='2'd>A</b></item></list>", "item(b(A))"},
    {"<list></list></list><list><item>A</item></list>", "item(A)"},
    {"junk <list>junk<item>A</item>junk</list> junk", "item(A)"},
    {"<list><item>&#0;&#xD800;&#x110000;&#99999999999;</item></list>", "item(\uFFFD\uFFFD\uFFFD\uFFFD)"},
    {"", ""},
    {"<", ""},
    {"<list", ""},
    {"</list>", ""},
};

std::string repeated(std::string_view text, std::size_t count) {
  std::string all;
  for (std::size_t index = 0; index < count; ++index) all += text;
  return all;
}

}  // namespace

TEST_SUITE("unit") {
  TEST_CASE("Records are the elements in containers") {
    for (const Row& row : kWellFormed) {
      INFO(std::string(row.source));
      CHECK(records_in(row.source) == row.expected);
      Records records(row.source, kStructure);
      while (records.next()) continue;
      CHECK_FALSE(records.take_forgiven());
    }
  }

  TEST_CASE("Broken markup costs no more than its own element") {
    for (const Row& row : kBroken) {
      INFO(std::string(row.source));
      CHECK(records_in(row.source) == row.expected);
    }
  }

  TEST_CASE("What is broken is told once") {
    Records records("<list><item><b>1</item><item>2</item></list>", kStructure);
    CHECK(records.next());
    CHECK(records.take_forgiven());
    CHECK(records.next());
    CHECK_FALSE(records.take_forgiven());
  }

  TEST_CASE("Base and language are inherited and resolved") {
    Records records(
        "<list xml:base='http://a.example/b/' xml:lang='hy'>\n<part xml:base='c/'>\n<item xml:lang='en'>"
        "<t xml:base='/d'/><u xml:lang=''/></item></part><item/></list>",
        kStructure);
    const auto first = records.next();
    REQUIRE(first);
    CHECK(first->line == 3);
    CHECK(first->base_of(0) == "http://a.example/b/c/");
    CHECK(first->language_of(0) == "en");
    CHECK(first->base_of(first->child(0, "t")) == "http://a.example/d");
    CHECK(first->language_of(first->child(0, "t")) == "en");
    CHECK(first->language_of(first->child(0, "u")).empty());
    const auto second = records.next();
    REQUIRE(second);
    CHECK(second->base_of(0) == "http://a.example/b/");
    CHECK(second->language_of(0) == "hy");
  }

  TEST_CASE("Namespaces tell vocabularies apart whatever their prefixes") {
    Records records(
        "<list xmlns:q='http://purl.org/dc/elements/1.1/' xmlns:dc='urn:odd'><item><q:date/><dc:title/>"
        "<media:title/><z xmlns='http://www.w3.org/2000/svg'><title/></z><title/></item></list>",
        kStructure);
    const auto tree = records.next();
    REQUIRE(tree);
    using newsline::xml::Space;
    CHECK(tree->child(0, "date", Space::dublin_core) == 1);
    CHECK(tree->child(0, "title", Space::dublin_core) == 2);
    CHECK(tree->child(0, "title", Space::media) == 3);
    CHECK(tree->child(0, "z", Space::other) == 4);
    CHECK(tree->child(0, "title") == 6);
  }

  TEST_CASE("Declared entities do not multiply") {
    std::string bomb = "<!DOCTYPE list [<!ENTITY a '" + std::string(4000, 'x') + "'>";
    bomb += "<!ENTITY b '" + repeated("&a;", 1000) + "'>]><list><item>" + repeated("&a;", 100'000) +
            repeated("&b;", 100'000) + "</item></list>";
    Records records(bomb, kStructure);
    const auto tree = records.next();
    REQUIRE(tree);
    CHECK(tree->text_of(0).size() < 4u << 20);
  }

  TEST_CASE("Entities of other files are not looked at") {
    CHECK(records_in(
              "<!DOCTYPE list [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><list><item>&e;</item></list>") ==
          "item(&e;)");
  }

  TEST_CASE("Nesting and crowds are bounded") {
    const newsline::test::CpuLimit limit(5);
    CHECK(records_in("<list><item>" + repeated("<b>", 100'000) + "x" + repeated("</b>", 100'000) +
                     "</item><item>2</item></list>")
              .ends_with(" item(2)"));
    CHECK(records_in(repeated("<list>", 100'000) + "<item>A</item>") == "item(A)");
    CHECK(records_in(repeated("<item xmlns:a='b'>", 100'000)).size() > 100);
    const std::string crowd = "<list><item>" + repeated("<b/>", 1'000'000);
    Records records(crowd, kStructure);
    const auto tree = records.next();
    REQUIRE(tree);
    CHECK(tree->nodes.size() == newsline::xml::kMaxNodes);
    CHECK(records.take_forgiven());
    CHECK(limit.holds());
  }
}
