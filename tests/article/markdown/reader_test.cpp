// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/article/markdown/reader.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>
#include <string_view>
#include <vector>

#include "common/article/formats.h"
#include "tests/article/container/readings.h"
#include "tests/article/summary.h"

namespace newsline {
namespace {

using test::lines_read;

const ReadContext kContext{"/site/news/2024-03-12-bridge.md", "site"};

/// A page as a line, or `skipped`.
std::string read(std::string_view page, const ReadContext& context = kContext) {
  const auto reading = read_markdown(page, context);
  return reading ? test::summary(*reading) : "skipped";
}

Article article(std::string_view page, const ReadContext& context = kContext) {
  const auto reading = read_markdown(page, context);
  REQUIRE(reading.has_value());
  return test::article_of(*reading);
}

}  // namespace

TEST_SUITE("unit") {
  TEST_CASE("front matter is read in every language that sites write it in") {
    const std::string expected =
        "T<Bridge: opens> D<2024-03-11T09:30:00-05:00> K<roads;rivers> B<The mayor came.>";
    for (const std::string_view page : {
             "---\ntitle: 'Bridge: opens'\ndate: 2024-03-11 09:30:00 -0500\ntags:\n  - roads\n  - "
             "rivers\n---\n\nThe mayor came.\n",
             "---\r\ntitle: \"Bridge: opens\"\r\ndate: 2024-03-11T09:30:00-05:00\r\ntags: [roads, "
             "rivers]\r\n...\r\nThe mayor came.\r\n",
             "+++\ntitle = \"Bridge: opens\"\ndate = 2024-03-11T09:30:00-05:00\ntags = [\"roads\", "
             "\"rivers\"]\n+++\nThe mayor came.",
             "{\"title\": \"Bridge: opens\", \"date\": \"2024-03-11T09:30:00-05:00\",\n \"tags\": "
             "[\"roads\", \"rivers\"]}\n\nThe mayor came.",
             "---json\n{\"title\": \"Bridge: opens\", \"date\": \"2024-03-11T09:30:00-05:00\", \"tags\": "
             "\"roads, rivers\"}\n---\nThe mayor came.",
             "---\nTitle: 'Bridge: opens'\nDate: Mon, 11 Mar 2024 09:30:00 -0500\nTags: roads; "
             "rivers\n---\nThe mayor came.",
             "+++\ntitle = 'Bridge: opens'\ndate = 2024-03-11 09:30:00-05:00\n[taxonomies]\ntags = ['roads', "
             "'rivers']\n+++\nThe mayor came.",
         }) {
      CAPTURE(page);
      CHECK(read(page) == expected);
    }
  }

  TEST_CASE("every kind of tag counts once") {
    CHECK(article("---\ntitle: x\ntopics: [roads]\ncategories: [News, Roads]\nkeywords: bridges, "
                  "rivers\ntags: [rivers]\n---\n")
              .tags == std::vector<std::string>{"rivers", "roads", "News", "bridges"});
  }

  TEST_CASE("fields have the names that generators give them") {
    const Article made = article(
        "---\nheadline: Bridge\nauthors:\n- name: Ani Petrosyan\n- Levon\nrubric: City\nlang: hy\npublisher: "
        "Herald\n"
        "canonical_url: https://a.example/1\ndescription: It **opens** &amp; stays.\n---\nText.\n");
    CHECK(made.title == "Bridge");
    CHECK(made.authors == std::vector<std::string>{"Ani Petrosyan", "Levon"});
    CHECK(made.section == "City");
    CHECK(made.language == "hy");
    CHECK(made.source == "Herald");
    CHECK(made.url == "https://a.example/1");
    CHECK(made.id == "https://a.example/1");
    CHECK(made.summary == "It opens & stays.");
  }

  TEST_CASE("a path is no address and then the path of the file is the id") {
    const Article made = article("---\ntitle: Bridge\nurl: /news/bridge/\n---\nText.\n");
    CHECK(made.url.empty());
    CHECK(made.id == "/site/news/2024-03-12-bridge.md");
    CHECK(made.source == "site");
  }

  TEST_CASE("what front matter does not say is told by the name and the first heading") {
    CHECK(read("# Bridge *opens*\n\nText.\n") == "T<Bridge opens> D<2024-03-12> B<Text.>");
    CHECK(read("Setext\n======\nText.\n") == "T<Setext> D<2024-03-12> B<Text.>");
    CHECK(read("---\ntitle: Bridge\n---\n# Bridge\n\nText.\n") == "T<Bridge> D<2024-03-12> B<Text.>");
    CHECK(read("---\ntitle: Bridge\n---\n# Other\n\nText.\n") == "T<Bridge> D<2024-03-12> B<Other//Text.>");
    CHECK(read("Text.\n\n## Later\n\nMore.\n", {"/a/2024-03-09-x/index.md", "a"}) ==
          "T<Later> D<2024-03-09> B<Text.//Later//More.>");
    CHECK(read("# A\n\nb\n", {"/a/2024-13-09-x.md", "a"}) == "T<A> B<b>");
    CHECK(read("# A\n\nb\n", {"/a/site.zip!2024-03-08-x.md", "a"}) == "T<A> D<2024-03-08> B<b>");
  }

  TEST_CASE("drafts and front pages of sections are skipped and counted") {
    CHECK(read("---\ntitle: x\ndraft: true\n---\nText.\n") == "skipped");
    CHECK(read("+++\ntitle = 'x'\ndraft = true\n+++\nText.\n") == "skipped");
    CHECK(read("---\ntitle: x\npublished: false\n---\nText.\n") == "skipped");
    CHECK(read("# News\n", {"/a/_index.md", "a"}) == "skipped");
    CHECK(read("---\ntitle: x\ndraft: false\npublished: true\n---\nText.\n") ==
          "T<x> D<2024-03-12> B<Text.>");
    CHECK(lines_read("a.md", "---\ntitle: x\ndraft: true\n---\nText.\n").empty());
  }

  TEST_CASE("text is what a reader of the site sees") {
    struct Case {
      std::string_view markdown;
      std::string_view text;
    };
    for (const Case& each : std::vector<Case>{
             {"One *two* **three** `four` ~~five~~\nsix", "One two three four five six"},
             {"A [link](https://a.example \"title\") and <https://b.example>.",
              "A link and https://b.example."},
             {"![A bridge](bridge.png)\n\nText.", "Text."},
             {"- one\n- two\n\n1. three", "- one/- two/- three"},
             {"> quoted\n> words\n\nText.", "quoted words//Text."},
             {"| a | b |\n|---|---|\n| c | d |", "a b//c d"},
             {"one  \ntwo", "one/two"},
             {"<div>One <b>two</b></div>\n\n<script>alert(1)</script>\n\nText.<br>More.",
              "One two//Text./More."},
             {"{{< youtube id=\"x\" >}}\n\nText {{ site.name }}{% include a.html %}.\n{: .note}", "Text ."},
             {"{{% note %}}\nKept.\n{{% /note %}}", "Kept."},
             {"a &mdash; b &lt;c&gt;", "a — b <c>"},
             {"\x1B[31mred", "[31mred"},
         }) {
      CAPTURE(each.markdown);
      std::string body = article("---\ntitle: x\n---\n" + std::string(each.markdown)).body;
      for (char& byte : body)
        if (byte == '\n') byte = '/';
      CHECK(body == each.text);
    }
  }

  TEST_CASE("broken front matter is refused with its reason") {
    CHECK(
        read("---\ntitle: [a\n---\nText.\n").starts_with("rejected: its front matter is broken YAML: line "));
    CHECK(read("+++\ntitle = \n+++\nText.\n")
              .starts_with("rejected: its front matter is broken TOML: line 2: "));
    CHECK(read("---\n- a\n- b\n---\nText.\n") == "rejected: its front matter is no table of YAML");
    CHECK(read("---json\n{\"a\"\n---\nText.\n") == "rejected: its front matter is broken JSON");
    CHECK(read("---\ndeck: It *opens*.\n---\n") == "D<2024-03-12> B<It opens.>");
    CHECK(read("---\na: b\n---\n") == "rejected: the page has neither title nor text");
    CHECK(read("---\na: " + std::string(300'000, 'x') + "\n---\n") ==
          "rejected: its front matter is larger than 256 KiB");
  }

  TEST_CASE("what is made to do harm is read soon") {
    std::string bomb = "a0: &a0 [x, x]\n";
    for (int level = 1; level < 60; ++level)
      bomb += fmt::format("a{0}: &a{0} [*a{1}, *a{1}, *a{1}]\n", level, level - 1);
    CHECK(read("---\ntitle: x\n" + bomb + "tags: *a59\n---\nText.\n") == "T<x> D<2024-03-12> B<Text.>");
    CHECK(read("---\ntitle: x\nself: &s [*s]\n---\nText.\n").starts_with("T<x>"));
    const std::string deep(100'000, '[');
    CHECK(read("---\ntitle: " + deep + "\n---\nText.\n").starts_with("rejected: "));
    CHECK(read("+++\ntitle = " + deep + "\n+++\nText.\n").starts_with("rejected: "));
    CHECK(read("{\"title\": " + deep + "}\nText.\n") == "rejected: its front matter is broken JSON");
    for (const char* opening : {"> ", "- ", "[", "*", "<", "`", "![", "|"}) {
      CAPTURE(opening);
      std::string page = "# x\n\n";
      while (page.size() < 100'000) page += opening;
      CHECK(read(page).starts_with("T<x>"));
    }
  }

  TEST_CASE("front matter or the name tells a page of Markdown") {
    CHECK(lines_read("a", "---\ntitle: Bridge\n---\nText.\n") == std::vector<std::string>{"a: Bridge"});
    CHECK(lines_read("a", "+++\ntitle = 'Bridge'\n+++\nText.\n") == std::vector<std::string>{"a: Bridge"});
    CHECK(lines_read("a.md", "# Bridge\n\nText.\n") == std::vector<std::string>{"a.md: Bridge"});
    CHECK(lines_read("a.md.gz", "{\"title\": \"Bridge\"}\nText.\n") ==
          std::vector<std::string>{"a.md.gz: Bridge"});
    CHECK(lines_read("a.txt", "---\n\nBridge\n").front().starts_with("a.txt: ---"));
  }
}

}  // namespace newsline
