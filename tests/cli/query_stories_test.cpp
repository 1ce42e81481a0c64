// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include <stdexcept>
#include <string>
#include <vector>

#include "common/index/update.h"
#include "tests/cli/query_archive.h"

using namespace newsline;

namespace {

using Arguments = std::vector<std::string>;

class Silent : public RunObserver {
 public:
  void rejected(const Rejection& rejection) override { throw std::runtime_error(rejection.reason); }
  void progress(const RunReport& /*so_far*/, std::uint64_t /*files*/, const std::string& /*path*/) override {}
};

/// A wire's report, two papers that printed it under other headlines, one of them with a line more, and what
/// another paper wrote of the same.
constexpr const char* kNews =
    R"json({"url":"https://wire.example/1","title":"Ferry runs aground","published":"2024-03-11","source":"Wire","tags":["Ferry","Wire copy"],"body":"The evening ferry ran aground off the northern lighthouse on Monday with ninety passengers aboard, the coast guard said, and tugs were waiting for the tide before they would try to pull her free. Nobody was hurt."}
{"url":"https://quay.example/1","title":"Ninety wait for the tide","published":"2024-03-12","source":"The Quay","tags":["Ferry","Harbour"],"reads":40,"body":"The evening ferry ran aground off the northern lighthouse on Monday with ninety passengers aboard, the coast guard said, and tugs were waiting for the tide before they would try to pull her free. Nobody was hurt."}
{"url":"https://strand.example/1","title":"Stuck at the lighthouse","published":"2024-03-13","source":"The Strand","tags":["ferry"],"reads":90,"body":"The evening ferry ran aground off the northern lighthouse on Monday with ninety passengers aboard, the coast guard said, and tugs were waiting for the tide before they would try to pull her free. Nobody was hurt. The mayor offered soup."}
{"url":"https://quay.example/2","title":"Why did the ferry run aground?","published":"2024-03-14","source":"the quay","tags":["Harbour"],"body":"Our reporter asked the captain of the ferry why she had run aground in clear weather. He blamed a chart that shows the lighthouse where it stood before the storm of last autumn, and a coast guard that never answered his letters."}
{"url":"https://quay.example/3","title":"Budget of the town","published":"2024-03-10","source":"The Quay","body":"The council passed the budget."}
)json";

/// Forty notices that have nothing to do with it, for words that say nothing.
std::string notices() {
  std::string lines;
  for (int i = 0; i < 40; ++i) {
    const std::string number = std::to_string(i);
    lines +=
        R"({"url":"https://notes.example/)" + number + R"(","title":"Notice )" + number +
        R"(","body":"The town said on Monday that it was off before they would try. None of them was hurt."})"
        "\n";
  }
  return lines;
}

class Papers {
 public:
  Papers() {
    write_file(folder_ / "news.jsonl", kNews + notices());
    Silent observer;
    REQUIRE(update({folder_ / "index", {folder_ / "news.jsonl"}}, observer).articles_added == 45);
  }

  [[nodiscard]] Outcome ask(const Arguments& arguments) const {
    return QueryArchive::instance().ask(arguments, {{"NEWSLINE_INDEX", folder_ / "index"}});
  }

  [[nodiscard]] std::string output(const Arguments& arguments) const {
    const Outcome outcome = ask(arguments);
    CHECK(outcome.errors.empty());
    CHECK(outcome.exit_code == 0);
    return outcome.output;
  }

  [[nodiscard]] std::string lines(Arguments arguments,
                                  const std::string& form = "{id} {story} {copies}") const {
    arguments.insert(arguments.end(), {"--template", form});
    return output(arguments);
  }

 private:
  TemporaryFolder folder_;
};

}  // namespace

TEST_SUITE_BEGIN("black-box");

TEST_CASE("a story is one hit that says how many copies there are and who was first when and where") {
  const Papers papers;
  const std::string text = papers.output({"aground", "--sort", "date", "--no-snippets"});
  CHECK(
      text ==
      "1. Why did the ferry run aground?\n   2024-03-14 · the quay · #Harbour\n   https://quay.example/2\n\n"
      "2. Stuck at the lighthouse\n   2024-03-13 · 90 reads · The Strand · #ferry\n"
      "   +2 copies · first 2024-03-11 · Wire · https://wire.example/1\n   https://strand.example/1\n\n"
      "4 articles in 2 stories\n");
  CHECK(contains(papers.output({"aground", "--sort", "-date"}), "   +2 copies · this is the first\n"));
}

TEST_CASE("with copies each article is a hit that says of what story it is") {
  const Papers papers;
  CHECK(papers.lines({"aground", "--sort", "-date", "--copies"}) ==
        "https://wire.example/1 https://wire.example/1 0\nhttps://quay.example/1 https://wire.example/1 0\n"
        "https://strand.example/1 https://wire.example/1 0\nhttps://quay.example/2  \n");
  const std::string text = papers.output({"aground", "--sort", "-date", "--copies"});
  CHECK(contains(text, "   one of 3 copies · first 2024-03-11 · Wire · https://wire.example/1\n"));
  CHECK(text.ends_with("\n4 articles\n"));
}

TEST_CASE("a page counts hits and says where it goes on") {
  const Papers papers;
  const std::string text = papers.output({"ferry", "--sort", "reads", "--limit", "1"});
  CHECK(text.starts_with("1. Stuck at the lighthouse\n"));
  CHECK(text.ends_with("\n1 of 4 articles in 2 stories; next: --offset 1\n"));
  CHECK(papers.lines({"ferry", "--sort", "reads", "--offset", "1"}, "{rank} {id}") ==
        "2 https://quay.example/2\n");
}

TEST_CASE("facets count articles unless stories are to be counted") {
  const Papers papers;
  CHECK(papers.output({"ferry", "--limit", "0", "--facet", "tag"}) ==
        "4 articles in 2 stories\n\ntag\n  3  Ferry\n  2  Harbour\n  1  Wire copy\n");
  CHECK(papers.output({"ferry", "--limit", "0", "--facet", "tag", "--count", "stories"}) ==
        "4 articles in 2 stories\n\ntag\n  2  Harbour\n  1  Ferry\n  1  Wire copy\n");
  const std::string json =
      papers.output({"ferry", "--facet", "source", "--count", "stories", "--format", "json"});
  CHECK(contains(json, "\"total\": 2,\n      \"sideways\": false,\n      \"counted\": \"stories\""));
  CHECK(contains(
      papers.output({"ferry", "--copies", "--facet", "tag", "--count", "stories", "--format", "json"}),
      "\"stories\": 2"));
}

TEST_CASE("json and csv and the lines of json tell the story of a hit") {
  const Papers papers;
  const std::string json = papers.output({"aground", "--sort", "date", "--format", "json"});
  CHECK(contains(json, "\"total\": 4,\n  \"stories\": 2,"));
  CHECK(contains(json, "\"story\": null"));
  CHECK(contains(
      json,
      "\"story\": {\n        \"id\": \"https://wire.example/1\",\n        \"published\": \"2024-03-11\",\n"
      "        \"source\": \"Wire\",\n        \"articles\": 3,\n        \"copies\": 2\n      }"));
  const std::string unfolded = papers.output({"aground", "--copies", "--format", "json"});
  CHECK_FALSE(contains(unfolded, "\"stories\""));
  CHECK(occurrences(unfolded, "\"articles\": 3") == 3);
  const std::string csv = papers.output({"aground", "--sort", "date", "--format", "csv"});
  CHECK(contains(csv, ",snippet,story,copies\r\n"));
  CHECK(contains(csv, ",https://wire.example/1,2\r\n"));
  CHECK(contains(papers.output({"aground", "--format", "jsonl"}), "\"copies\":2}"));
}

TEST_CASE("markdown tells the story and a feed has an entry for each hit") {
  const Papers papers;
  const std::string markdown = papers.output({"aground", "--sort", "date", "--format", "markdown"});
  CHECK(contains(markdown, "\n4 articles in 2 stories\n"));
  CHECK(contains(markdown, "\n   \\+2 copies · first 2024-03-11 · Wire\n"));
  const std::string feed = papers.output({"aground", "--format", "atom"});
  const std::string unfolded = papers.output({"aground", "--format", "atom", "--copies"});
  CHECK(occurrences(feed, "<entry") == 2);
  CHECK(occurrences(unfolded, "<entry") == 4);
  CHECK(feed.substr(0, feed.find("</id>")) != unfolded.substr(0, unfolded.find("</id>")));
}

TEST_CASE("first shows of each source its earliest article and the earliest of all on top") {
  const Papers papers;
  CHECK(papers.lines({"first", "ferry"}, "{rank} {id}") ==
        "1 https://wire.example/1\n2 https://quay.example/1\n3 https://strand.example/1\n");
  CHECK(papers.output({"first", "ferry", "--no-snippets"}).ends_with("\n4 articles of 3 sources\n"));
  CHECK(papers.output({"first", "ferry", "--limit", "1"})
            .ends_with("\n1 of 4 articles of 3 sources; next: --offset 1\n"));
  const std::string json = papers.output({"first", "ferry", "--format", "json", "--limit", "1"});
  CHECK(contains(json, "\"total\": 4,\n  \"sources\": 3,"));
  CHECK(contains(json, "\"sort\": \"-date\""));
  CHECK(papers.ask({"first", "penguins"}).exit_code == 1);
}

TEST_CASE("a cursor of first goes on behind its page and is no cursor of a search") {
  const Papers papers;
  const std::string json = papers.output({"first", "ferry", "--format", "json", "--limit", "1"});
  const std::string mark = "\"next\": \"";
  const std::size_t at = json.find(mark);
  REQUIRE(at != std::string::npos);
  const std::string cursor =
      json.substr(at + mark.size(), json.find('"', at + mark.size()) - at - mark.size());
  CHECK(papers.lines({"first", "ferry", "--after", cursor}, "{id}") ==
        "https://quay.example/1\nhttps://strand.example/1\n");
  const Outcome other = papers.ask({"ferry", "--sort", "-date", "--copies", "--after", cursor});
  CHECK(other.exit_code == 2);
  CHECK(contains(other.errors, "the cursor behind --after is of another question"));
}

TEST_CASE("related shows what else there is to read and no copies of the article") {
  const Papers papers;
  for (const char* const id : {"https://wire.example/1", "strand.example/1"})
    CHECK(papers.lines({"related", id}, "{id}") == "https://quay.example/2\n");
  CHECK(papers.lines({"related", "https://quay.example/2"}, "{id} {copies}") == "https://wire.example/1 2\n");
  const Outcome nothing = papers.ask({"related", "https://quay.example/3"});
  CHECK(nothing.exit_code == 1);
  CHECK(nothing.output == "0 articles\n");
  const Outcome unknown = papers.ask({"related", "https://quay.example/9"});
  CHECK(unknown.exit_code == 1);
  CHECK(contains(unknown.errors, "there is no article \"https://quay.example/9\""));
}

TEST_CASE("what does not fit together is told") {
  const Papers papers;
  const struct {
    Arguments arguments;
    std::string error;
  } mistakes[] = {
      {{"ferry", "--count", "stories"}, "--count stories needs a facet\n"},
      {{"ferry", "--count", "copies", "--facet", "tag"},
       "--count takes articles or stories, not \"copies\"\n"},
      {{"ferry", "--count", "stories", "--facet", "tag", "--with-lift"},
       "--with-lift compares numbers of articles, and --count stories counts no articles\n"},
      {{"first"}, "there is no question\n"},
      {{"first", "ferry", "--copies"}, "--copies is not an option of first\n"},
      {{"first", "ferry", "--sort", "date"}, "--sort is not an option of first\n"},
      {{"related"}, "related needs the id of an article\n"},
      {{"related", "a", "b"}, "related takes one id\n"},
      {{"related", "a", "--facet", "tag"}, "--facet is not an option of related\n"},
      {{"timeline", "ferry", "--format", "atom"}, "timeline has no --format atom\n"},
  };
  for (const auto& mistake : mistakes) {
    const Outcome outcome = papers.ask(mistake.arguments);
    CAPTURE(mistake.error);
    CHECK(outcome.exit_code == 2);
    CHECK(outcome.output.empty());
    CHECK(contains(outcome.errors, "newsline-query: " + mistake.error));
  }
}

TEST_SUITE_END();
