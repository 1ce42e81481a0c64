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

/// The score of the article with this id.
double score(const std::string& id, Arguments arguments) {
  arguments.insert(arguments.end(), {"id:" + id + " dam", "--template", "{score}"});
  return std::stod(QueryArchive::instance().ask(std::move(arguments)).output);
}

struct Mistaken {
  Arguments arguments;
  std::string error;
};

const Mistaken kMistakes[] = {
    {{"dam", "--recency", "30"}, "--recency takes days, weeks or years, as 30d, 8w or 1y, not \"30\"\n"},
    {{"dam", "--recency", "d"}, "--recency takes days, weeks or years, as 30d, 8w or 1y, not \"d\"\n"},
    {{"dam", "--recency", "-3d"}, "--recency takes days, weeks or years, as 30d, 8w or 1y, not \"-3d\"\n"},
    {{"dam", "--recency", "0d"},
     "the number behind --recency takes a whole number from 1 to 10000, not \"0\"\n"},
    {{"dam", "--recency", "30d", "--sort", "date"},
     "--recency changes the order by relevance, not --sort date\n"},
    {{"dam", "--boost-reads", "--sort", "reads"},
     "--boost-reads changes the order by relevance, not --sort reads\n"},
};

}  // namespace

TEST_SUITE_BEGIN("black-box");

TEST_CASE("reads raise a score as the manual says") {
  const std::string dam = "\"https://courier.example/dam\"";
  CHECK(score(dam, {"--boost-reads"}) / score(dam, {}) == doctest::Approx(1.3172).epsilon(0.0005));
}

TEST_CASE("recency raises a score to its double at most") {
  const std::string dam = "\"https://courier.example/dam\"";
  const double plain = score(dam, {});
  CHECK(score(dam, {"--recency", "10000y"}) == doctest::Approx(2 * plain).epsilon(0.01));
  CHECK(score(dam, {"--recency", "1d"}) == doctest::Approx(plain));
}

TEST_CASE("the explanation has the formulas") {
  const Outcome outcome =
      QueryArchive::instance().ask({"dam", "--recency", "8w", "--boost-reads", "--explain", "--limit", "0"});
  CHECK(contains(outcome.output, "score: times 1 + 2^(-days before 2"));
  CHECK(contains(outcome.output, " / 56)\nscore: times 1 + log10(1 + reads) / 10\n"));
  CHECK(contains(outcome.output, "2 articles\n"));
}

TEST_CASE("what options of rank say wrongly is told") {
  for (const Mistaken& mistaken : kMistakes) {
    CAPTURE(mistaken.error);
    const Outcome outcome = QueryArchive::instance().ask(mistaken.arguments);
    CHECK(outcome.errors.starts_with("newsline-query: " + mistaken.error));
    CHECK(outcome.exit_code == 2);
  }
}

TEST_SUITE_END();
