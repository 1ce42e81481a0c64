// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/article/html/tree/sieve.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "common/article/html/tree/document.h"

namespace newsline::html {
namespace {

std::string text_of(std::string_view page) { return plain_text(page); }

std::string repeated(std::string_view part, std::size_t times) {
  std::string all;
  for (std::size_t time = 0; time < times; ++time) all += part;
  return all;
}

/// How deep the deepest node of a page stands.
std::size_t depth_of(std::string_view page) {
  const Document document(sieve(page)->source);
  std::vector<std::size_t> depths(document.size());
  std::size_t deepest = 0;
  for (NodeIndex index = 1; index < document.size(); ++index) {
    depths[index] = depths[document[index].parent] + 1;
    deepest = std::max(deepest, depths[index]);
  }
  return deepest;
}

TEST_SUITE("unit") {
  TEST_CASE("what is never text is taken out") {
    struct Case {
      std::string_view page;
      std::string_view text;
    };
    const std::vector<Case> cases{
        {"a<script>if (1<2) x('<p>no</p>')</script>b", "ab"},
        {"a<!-- <p>no</p> -->b", "ab"},
        {"a<!-->b", "ab"},
        {"a<!--->b", "ab"},
        {"a<!-- no --!>b", "ab"},
        {"a<STYLE>p { }</STYLE>b", "ab"},
        {"a<style>x</styled>y</style >b", "ab"},
        {"a<svg><title>no</title><text>no</text></svg>b", "ab"},
        {"a<svg class=x />b", "ab"},
        {"a<noscript>no</noscript>b", "ab"},
        {"a<select><option>no</select>b", "ab"},
        {"a<svg>never closed", "anever closed"},
        {"a<iframe><p>no</iframe>b", "ab"},
        {"a<textarea><p>no</textarea>b", "ab"},
        {"a<?php no ?>b", "ab"},
        {"a</ no>b", "ab"},
        {"1 < 2 & 3 > 2", "1 < 2 & 3 > 2"},
        {"a &amp; b &lt;p&gt; &eacute; &#1040;", "a & b <p> é А"},
        {"a <b class='x>y'>b</b>", "a b"},
        {"a<p title=\"never closed>b", "a"},
        {"<b><i>mis</b>nested</i>", "misnested"},
    };
    for (const Case& each : cases) {
      CAPTURE(each.page);
      CHECK(text_of(each.page) == each.text);
    }
  }

  TEST_CASE("scripts of JSON-LD are kept aside") {
    const auto sieved = sieve(
        "<script type=\"application/ld+json\">{\"a\":1}</script><script>var b</script>"
        "<SCRIPT data-x TYPE='application/LD+JSON; charset=utf-8'>{}</SCRIPT>");
    REQUIRE(sieved);
    CHECK(sieved->json_ld == std::vector<std::string_view>{"{\"a\":1}", "{}"});
  }

  TEST_CASE("a page has one title") {
    const Document document(sieve("<title>One <b></title><body><title>Two</title>text")->source);
    CHECK(document.text_of(document.first(GUMBO_TAG_TITLE)) == "One <b>");
    CHECK(document.text_of(0).find("Two") == std::string::npos);
  }

  TEST_CASE("values that are too long are left out") {
    const std::string page = "<p class=\"" + std::string(kMaxAttributeBytes + 1, 'x') + "\" id=\"y\">text";
    const Document document(sieve(page)->source);
    const Node& paragraph = document[document.first(GUMBO_TAG_P)];
    CHECK_FALSE(paragraph.has_attribute("class"));
    CHECK(paragraph.attribute("id") == "y");
  }

  TEST_CASE("a page of too many tags is refused") {
    CHECK(sieve(repeated("<p>", kMaxTags)));
    CHECK_FALSE(sieve(repeated("<p>", kMaxTags + 1)));
  }

  TEST_CASE("no page makes a deep tree") {
    // The tree may be deeper than the count by what HTML puts in itself: rows and bodies of tables,
    // paragraphs.
    constexpr std::size_t kDeepest = 6 * kMaxDepth;
    constexpr std::size_t kTimes = 20'000;
    for (const std::string_view part : {"<div>",
                                        "<span>",
                                        "<font color=red>",
                                        "<a href=x><div>",
                                        "<table><tr><td>",
                                        "<ul><li>",
                                        "<dl><dd>",
                                        "<div><table><td></div>",
                                        "<span><div></span>",
                                        "<b><div></b>",
                                        "<a><div></a>",
                                        "<form><div></form>",
                                        "<button><p>",
                                        "<ruby><rt>",
                                        "<rt>",
                                        "<h1><h2>",
                                        "<object>",
                                        "<x-y>",
                                        "<p><x-y></p>",
                                        "<blockquote></p>",
                                        "<svg><div></svg><svg><div>",
                                        "<div></span></p></table>",
                                        "<li><div></li>",
                                        "<table><div></table><div>"}) {
      CAPTURE(part);
      CHECK(depth_of(repeated(part, kTimes)) <= kDeepest);
    }
  }

  TEST_CASE("text below the deepest tag is kept") {
    CHECK(text_of(repeated("<div>", 100'000) + "deep" + repeated("</div>", 100'000)) == "deep");
  }
}

}  // namespace
}  // namespace newsline::html
