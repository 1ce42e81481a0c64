// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "tests/cli/query_archive.h"

namespace {

using newsline::contains;
using newsline::Outcome;
using newsline::QueryArchive;
using Arguments = std::vector<std::string>;

Outcome timeline(Arguments arguments) {
  arguments.insert(arguments.begin(), "timeline");
  return QueryArchive::instance().ask(std::move(arguments));
}

std::string output(Arguments arguments) {
  const Outcome outcome = timeline(std::move(arguments));
  CHECK(outcome.errors.empty());
  CHECK(outcome.exit_code == 0);
  return outcome.output;
}

struct Mistaken {
  Arguments arguments;
  std::string error;
};

const Mistaken kMistakes[] = {
    {{}, "there is no question\n"},
    {{"dam", "--by", "hour"}, "--by takes day, week, month or year, not \"hour\"\n"},
    {{"dam", "--vs", ""}, "--vs needs a value\n"},
    {{"dam", "--vs", "\"river"}, "the quote is not closed\n  \"river\n  ^\n"},
    {{"dam", "--facet", "tag"}, "--facet is not an option of timeline\n"},
    {{"dam", "--limit", "3"}, "--limit is not an option of timeline\n"},
};

}  // namespace

TEST_SUITE_BEGIN("black-box");

TEST_CASE("a timeline shows gaps and counts what has no date apart") {
  CHECK(output({"dam OR river"}) ==
        "2023-11     1  100.0 %\n"
        "2023-12     0        -\n"
        "2024-01     0        -\n"
        "2024-02     0        -\n"
        "2024-03     1   50.0 %\n"
        "undated     1  100.0 %\n"
        "total       3   60.0 %\n");
}

TEST_CASE("weeks are those of ISO 8601") {
  CHECK(output({"dam", "--by", "week"}).starts_with("2023-W44    1  100.0 %\n2023-W45    0        -\n"));
  CHECK(contains(output({"dam", "--by", "week"}), "\n2024-W11    1   50.0 %\ntotal"));
}

TEST_CASE("questions stand side by side") {
  CHECK(output({"dam", "--vs", "valley", "--vs", "lang:zh", "--by", "year"}) ==
        "1: dam\n"
        "2: valley\n"
        "3: lang:zh\n"
        "            1           2           3\n"
        "2023        1  100.0 %  0    0.0 %  0    0.0 %\n"
        "2024        1   50.0 %  1   50.0 %  1   50.0 %\n"
        "undated     0    0.0 %  1  100.0 %  0    0.0 %\n"
        "total       2   40.0 %  2   40.0 %  1   20.0 %\n");
}

TEST_CASE("tags narrow every question of a timeline") {
  CHECK(output({"dam", "--tag", "transport", "--by", "year"}) ==
        "2023        1  100.0 %\ntotal       1   20.0 %\n");
}

TEST_CASE("csv and json and jsonl say the same of a period") {
  CHECK(output({"dam", "--vs", "river", "--by", "year", "--format", "csv"}) ==
        "period,first_day,archive,count,share,count_2,share_2\r\n"
        "2023,2023-01-01,1,1,1,0,0\r\n"
        "2024,2024-01-01,2,1,0.5,1,0.5\r\n"
        "undated,,1,0,0,1,1\r\n");
  CHECK(
      output({"dam", "--vs", "river", "--by", "year", "--format", "jsonl"}) ==
      R"({"newsline":1,"period":"2023","first_day":"2023-01-01","archive":1,"counts":[1,0],"shares":[1.0,0.0]})"
      "\n"
      R"({"newsline":1,"period":"2024","first_day":"2024-01-01","archive":2,"counts":[1,1],"shares":[0.5,0.5]})"
      "\n"
      R"({"newsline":1,"period":null,"first_day":null,"archive":1,"counts":[0,1],"shares":[0.0,1.0]})"
      "\n");
  const std::string json = output({"river", "--by", "year", "--format", "json"});
  CHECK(contains(json, "\"by\": \"year\""));
  CHECK(contains(json, "\"archive\": {\n    \"total\": 5,\n    \"undated\": 1\n  }"));
  CHECK(contains(json, "\"query\": \"river\",\n      \"total\": 2,\n      \"undated\": 1"));
  CHECK(contains(json, "\"period\": \"2024\",\n      \"first_day\": \"2024-01-01\""));
}

TEST_CASE("a share of nothing is no number") {
  CHECK(contains(output({"dam", "--by", "month", "--format", "csv"}), "\r\n2024-01,2024-01-01,0,0,\r\n"));
  CHECK(contains(output({"dam", "--by", "month", "--format", "jsonl"}), "\"counts\":[0],\"shares\":[null]}"));
}

TEST_CASE("a timeline is of the question as it is asked") {
  const Outcome outcome = timeline({"dam", "penguins"});
  CHECK(outcome.output == "total       0    0.0 %\n");
  CHECK(outcome.exit_code == 1);
}

TEST_CASE("a question of a timeline cannot drive a terminal") {
  const std::string text = output({"dam", "--vs", "river \u202e OR water"});
  CHECK(contains(text, "2: river OR water\n"));
}

TEST_CASE("what options of timelines say wrongly is told") {
  for (const Mistaken& mistaken : kMistakes) {
    CAPTURE(mistaken.error);
    const Outcome outcome = timeline(mistaken.arguments);
    CHECK(outcome.errors.starts_with("newsline-query: " + mistaken.error));
    CHECK(outcome.exit_code == 2);
  }
}

TEST_SUITE_END();
