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

std::string output(Arguments arguments) {
  const Outcome outcome = QueryArchive::instance().ask(std::move(arguments));
  CHECK(outcome.errors.empty());
  return outcome.output;
}

/// What is said of the whole answer, without hits.
std::string counts(Arguments arguments) {
  arguments.insert(arguments.begin(), {"--limit", "0"});
  return output(std::move(arguments));
}

struct Mistaken {
  Arguments arguments;
  std::string error;
};

const Mistaken kMistakes[] = {
    {{"--tag", "", "dam"}, "--tag needs a value\n"},
    {{"--tag", "#", "dam"}, "--tag takes the name of a tag, not \"#\": the name is empty\n"},
    {{"--facet", "reads", "dam"}, "--facet reads needs the numbers at which ranges begin\n"},
    {{"--facet", "reads:100,100", "dam"}, "the bounds behind --facet reads: do not ascend\n"},
    {{"--facet", "reads:0,many", "dam"},
     "each bound behind --facet reads: takes a whole number from 0 to 1000000000000000000, not \"many\"\n"},
    {{"--facet-prefix", "tag", "dam"},
     "--facet-prefix takes a field of names, a colon and how they begin, not \"tag\"\n"},
    {{"--facet-prefix", "year:20", "dam"},
     "--facet-prefix takes a field of names, a colon and how they begin, not \"year:20\"\n"},
    {{"--with-lift", "dam"}, "--with-lift needs a facet of names\n"},
    {{"--with-lift", "--facet", "year", "dam"}, "--with-lift needs a facet of names\n"},
    {{"--facet-prefix", "tag:e", "--format", "csv", "dam"}, "--facet has no place in --format csv\n"},
};

}  // namespace

TEST_SUITE_BEGIN("black-box");

TEST_CASE("several tags are all required unless any is enough") {
  CHECK(counts({"*", "--tag", "#energy"}) == "2 articles\n");
  CHECK(counts({"*", "--tag", "energy", "--tag", "transport"}) == "1 article\n");
  CHECK(counts({"*", "--tag", "Foreign Policy", "--tag", "transport", "--any-tag"}) == "2 articles\n");
  CHECK(QueryArchive::instance().ask({"*", "--tag", "penguins"}).exit_code == 1);
}

TEST_CASE("a tag that narrows the answer does not hide the others unless told to") {
  const Arguments narrowed = {"dam OR river", "--tag", "transport", "--facet", "tag", "--facet", "year"};
  CHECK(counts(narrowed) ==
        "1 article\n\ntag (1 article without, of 3 articles without --tag)\n"
        "  2  Energy\n  1  Foreign Policy\n  1  Transport\n\nyear\n  1  2023\n");
  Arguments within = narrowed;
  within.push_back("--no-sideways");
  CHECK(counts(within) == "1 article\n\ntag\n  1  energy\n  1  Transport\n\nyear\n  1  2023\n");
}

TEST_CASE("json says over what a facet was counted") {
  const std::string json =
      output({"dam", "--tag", "transport", "--facet", "tag:1", "--facet", "lang", "--format", "json"});
  CHECK(
      contains(json, "\"tags\": {\n    \"names\": [\n      \"transport\"\n    ],\n    \"any\": false\n  }"));
  CHECK(contains(json, "\"total\": 2,\n      \"sideways\": true"));
  CHECK(contains(json, "\"total\": 1,\n      \"sideways\": false"));
}

TEST_CASE("reads are counted in ranges that cover every counter") {
  CHECK(counts({"dam OR river", "--facet", "reads:100,1000"}) ==
        "3 articles\n\nreads (1 article without)\n  1  0..99\n  0  100..999\n  1  1000..\n");
}

TEST_CASE("a prefix narrows a facet and asks for one where there is none") {
  CHECK(counts({"dam", "--facet-prefix", "tag:EN"}) == "2 articles\n\ntag\n  2  Energy\n");
  CHECK(counts({"dam", "--facet", "tag:1", "--facet-prefix", "tag:f"}) ==
        "2 articles\n\ntag\n  1  Foreign Policy\n");
}

TEST_CASE("lift shows what is more frequent here than in the rest of the archive") {
  CHECK(counts({"dam", "--facet", "tag:1", "--with-lift"}) ==
        "2 articles\n\ntag (1 of 3)\n  2       2.5x  Energy\n");
  const std::string json = output({"dam", "--facet", "tag:1", "--with-lift", "--format", "json"});
  CHECK(contains(json, "\"archive\": 2,\n          \"lift\": 2.5,\n          \"log_likelihood\": 6.7"));
}

TEST_CASE("what options of facets say wrongly is told") {
  for (const Mistaken& mistaken : kMistakes) {
    CAPTURE(mistaken.error);
    const Outcome outcome = QueryArchive::instance().ask(mistaken.arguments);
    CHECK(outcome.errors.starts_with("newsline-query: " + mistaken.error));
    CHECK(outcome.exit_code == 2);
  }
}

TEST_SUITE_END();
