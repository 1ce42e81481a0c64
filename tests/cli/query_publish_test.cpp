// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include <map>
#include <string>
#include <variant>
#include <vector>

#include "common/article/feed/reader.h"
#include "common/text/printable.h"
#include "tests/cli/query_archive.h"

namespace {

using newsline::Article;
using newsline::contains;
using newsline::occurrences;
using newsline::Outcome;
using newsline::QueryArchive;
using Arguments = std::vector<std::string>;

Outcome ask(Arguments arguments) { return QueryArchive::instance().ask(std::move(arguments)); }

std::string output(Arguments arguments) {
  const Outcome outcome = ask(std::move(arguments));
  CHECK(outcome.errors.empty());
  CHECK(outcome.exit_code == 0);
  return outcome.output;
}

/// The entries of a feed as the indexer would read them, by title.
std::map<std::string, Article> read_back(const std::string& feed) {
  std::map<std::string, Article> articles;
  for (const newsline::Reading& reading : newsline::read_feed(feed, {"/feed.xml", "feeds"})) {
    REQUIRE(std::holds_alternative<newsline::ReadArticle>(reading));
    const Article& article = std::get<newsline::ReadArticle>(reading).article;
    articles[article.title] = article;
  }
  return articles;
}

/// Text between the first `begin` and the `end` behind it.
std::string between(const std::string& text, const std::string& begin, const std::string& end) {
  const std::size_t at = text.find(begin);
  REQUIRE(at != std::string::npos);
  const std::size_t start = at + begin.size();
  return text.substr(start, text.find(end, start) - start);
}

struct Mistaken {
  Arguments arguments;
  std::string error;
};

const Mistaken kMistakes[] = {
    {{"tags", "--format", "atom"}, "tags has no --format atom\n"},
    {{"show", "dam", "--format", "atom"}, "show has no --format atom\n"},
    {{"timeline", "dam", "--format", "markdown"}, "timeline has no --format markdown\n"},
    {{"dam", "--facet", "tag", "--format", "atom"}, "--facet has no place in --format atom\n"},
    {{"dam", "--facet", "tag", "--template", "{id}"}, "--facet has no place beside --template\n"},
    {{"dam", "--template", "{id}", "--format", "json"}, "--template has no place in --format json\n"},
    {{"dam", "--template", "{titel}"},
     "--template has no field \"titel\"\n  the fields are {rank} {id} {title} {published} {reads} {lang} "
     "{source} "
     "{section} {tags} {authors} {url} {path} {score} {snippet} {story} {copies}\n"},
    {{"dam", "--template", "{title"}, "a brace of --template is not closed\n"},
    {{"dam", "--template", "title}"}, "a brace of --template closes nothing\n"},
    {{"dam", "--template", "\\x"}, "--template knows no \"\\x\"\n"},
    {{"dam", "--template", "x\\"}, "--template ends in a backslash\n"},
    {{"dam", "--template", ""}, "--template needs a value\n"},
};

}  // namespace

TEST_SUITE_BEGIN("black-box");

TEST_CASE("a feed is read back as the articles that it tells of") {
  const auto articles = read_back(output({"dam OR 水坝", "--format", "atom"}));
  REQUIRE(articles.size() == 3);
  const Article& dam = articles.at("Dam repaired before the spring floods");
  CHECK(dam.id == "https://courier.example/dam");
  CHECK(dam.url == dam.id);
  CHECK(iso8601(*dam.published) == "2024-03-12T09:30:00+04:00");
  CHECK(dam.tags == std::vector<std::string>{"Energy", "Foreign Policy"});
  CHECK(dam.authors == std::vector<std::string>{"Ani Sargsyan", "Tom Reed"});
  CHECK(dam.language == "en");
  CHECK(contains(dam.body, "Engineers closed the last crack in the Jrakert dam"));
  CHECK(articles.at("水坝修复完成").authors == std::vector<std::string>{"山谷信使"});
}

TEST_CASE("a feed and each entry have what Atom requires once") {
  const std::string feed = output({"*", "--format", "atom"});
  CHECK(feed.starts_with(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\">\n"));
  CHECK(feed.ends_with("</entry>\n</feed>\n"));
  CHECK(occurrences(feed, "<entry") == 5);
  const std::string head = feed.substr(0, feed.find("<entry"));
  for (const char* name : {"id", "title", "updated", "author"}) {
    CAPTURE(name);
    CHECK(occurrences(head, "<" + std::string(name) + ">") == 1);
  }
  for (std::size_t at = feed.find("<entry"); at != std::string::npos; at = feed.find("<entry", at + 1)) {
    const std::string entry = feed.substr(at, feed.find("</entry>", at) - at);
    CAPTURE(entry);
    for (const char* name : {"id", "title", "updated"}) {
      CHECK(occurrences(entry, "<" + std::string(name) + ">") == 1);
    }
    CHECK(contains(entry, "<link rel=\"alternate\" href=\"https://"));
    const std::string updated = between(entry, "<updated>", "</updated>");
    CHECK(updated.size() >= std::string("2024-03-12T00:00:00Z").size());
    CHECK(newsline::parse_iso8601(updated));
  }
}

TEST_CASE("a feed is as new as its newest entry and has one id a question") {
  const std::string feed = output({"dam OR river", "--format", "atom"});
  CHECK(between(feed, "<updated>", "<") == "2024-03-12T09:30:00+04:00");
  const std::string id = between(feed, "<id>", "<");
  CHECK(id.starts_with("urn:uuid:"));
  CHECK(id == between(output({"dam OR river", "--format", "atom", "--limit", "1"}), "<id>", "<"));
  CHECK(id != between(output({"dam OR river", "--format", "atom", "--sort", "date"}), "<id>", "<"));
}

TEST_CASE("an entry without a date says none but what Atom requires") {
  const std::string feed = output({"title:correction", "--format", "atom"});
  CHECK(contains(feed, "<updated>1970-01-01T00:00:00Z</updated>"));
  CHECK(!contains(feed, "<published>"));
}

TEST_CASE("an empty feed is a feed") {
  const Outcome outcome = ask({"penguins", "--format", "atom"});
  CHECK(outcome.exit_code == 1);
  CHECK(outcome.output.ends_with("<author><name>newsline-query</name></author>\n</feed>\n"));
}

TEST_CASE("no format lets an article write markup or drive a terminal") {
  for (const Arguments& format :
       {Arguments{"--format", "atom"}, Arguments{"--format", "markdown"},
        Arguments{"--template", "{title}|{tags}|{authors}|{url}|{source}|{snippet}"}}) {
    CAPTURE(format.back());
    Arguments arguments = format;
    arguments.emplace_back("poison OR dam");
    const std::string text = output(arguments);
    CHECK(contains(text, "poison"));
    CHECK(newsline::printable(text) == text);
  }
  const std::string feed = output({"poison", "--format", "atom"});
  CHECK(contains(feed, "<title>=HYPERLINK(&quot;http://evil.example&quot;,&quot;poison&quot;)"));
  CHECK(read_back(feed).begin()->first.starts_with("=HYPERLINK(\"http://evil.example\",\"poison\")"));
  const std::string markdown = output({"poison", "--format", "markdown"});
  CHECK(contains(markdown, "**[\\=HYPERLINK(\"http\\://evil.example\",\"poison\") \\[31mred"));
  CHECK(contains(markdown, "](<https://evil.example/"));
  CHECK(contains(markdown, "\\#\\@poison\\[2J"));
}

TEST_CASE("markdown numbers the answer and counts it") {
  const std::string markdown = output(
      {"dam", "--sort", "date", "--limit", "1", "--offset", "1", "--format", "markdown", "--facet", "tag:1"});
  CHECK(markdown.starts_with(
      "# dam\n\n2 articles\n\n2. **[Bridge over the Lanhe reopens](<https://courier.example/bridge>)**\n\n"
      "   2023-11-05 · 96 reads · Valley Courier · Region · en · Tom Reed · \\#Transport \\#energy\n\n"
      "   > The bridge below the **dam** reopened"));
  CHECK(markdown.ends_with("\n## tag\n\n- Energy: 2\n\n"));
}

TEST_CASE("markdown shows an article as a whole") {
  const std::string markdown = output({"show", "bridge", "--format", "markdown"});
  CHECK(markdown.starts_with(
      "# [Bridge over the Lanhe reopens](<https://courier.example/bridge>)\n\n2023-11-05"));
  CHECK(markdown.ends_with("\n\nLorries may cross it again, \"slowly\", as the sign says.\n"));
}

TEST_CASE("a template has a line for each article") {
  CHECK(output({"dam OR river", "--sort", "date", "--template",
                "{rank}\\t{published} {{{lang}}} {tags}\\\\{url}"}) ==
        "1\t2024-03-12T09:30:00+04:00 {en} Energy; Foreign Policy\\https://courier.example/dam\n"
        "2\t2023-11-05 {en} Transport; energy\\https://courier.example/bridge\n"
        "3\t {en} \\https://courier.example/note\n");
  CHECK(output({"id:\"https://courier.example/dam\"", "--sort", "date", "--template",
                "{title}/{reads}/{authors}/{source}/{section}/{score}"}) ==
        "Dam repaired before the spring floods/1487/Ani Sargsyan; Tom Reed/Valley Courier/Economy/\n");
}

TEST_CASE("what a template says itself drives no terminal") {
  CHECK(output({"title:correction", "--template", "\x1b[31m{title}\u202e"}) == "[31mCorrection\n");
}

TEST_CASE("what has no place in a format or template is told") {
  for (const Mistaken& mistaken : kMistakes) {
    CAPTURE(mistaken.error);
    const Outcome outcome = ask(mistaken.arguments);
    CHECK(outcome.errors.starts_with("newsline-query: " + mistaken.error));
    CHECK(outcome.output.empty());
    CHECK(outcome.exit_code == 2);
  }
}

TEST_SUITE_END();
