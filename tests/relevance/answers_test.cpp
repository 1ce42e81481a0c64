// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/relevance/answers.h"

#include <doctest/doctest.h>

#include <stdexcept>

namespace newsline::relevance {
namespace {

const Given kGiven = {.questions = {"q1", "q2"}, .documents = {"a b", "d", "e"}};

/// Reads lines that are no answers, and returns why.
std::string fault_of(std::string_view lines) {
  try {
    static_cast<void>(read_answers(lines, "peer", kGiven));
  } catch (const std::runtime_error& problem) {
    return problem.what();
  }
  return "none";
}

TEST_SUITE("unit") {
  TEST_CASE("the median is a middle number whatever the order") {
    CHECK(median({}) == 0);
    CHECK(median({3, 1, 2}) == 2);
    CHECK(median({4, 1, 3, 2}) == 3);
  }

  TEST_CASE("answers are read best first with the median of their times") {
    const Answers answers = read_answers("q2\t1.5\td\ta b\n\nq1\t0.25", "peer", kGiven);
    CHECK(answers.run == Run{{"q1", {}}, {"q2", {"d", "a b"}}});
    CHECK(answers.median_ms == 1.5);
  }

  TEST_CASE("a line that is no answer is refused with its place and why") {
    CHECK(fault_of("q1\t1\td\nq2\n") ==
          "peer:2: not a question, its milliseconds and the documents, with tabs between");
    CHECK(fault_of("q3\t1\td\n") == "peer:1: there is no question \"q3\"");
    CHECK(fault_of("q1\t1\n\nq1\t1\n") == "peer:3: question \"q1\" is answered again");
    CHECK(fault_of("q1\t1\td\tx\n") == "peer:1: there is no document \"x\"");
    CHECK(fault_of("q1\t1\td\te\td\n") == "peer:1: document \"d\" stands there twice");
    CHECK(fault_of("q1\t1\td\n") == "peer: question \"q2\" is not answered");
  }

  TEST_CASE("milliseconds are a finite number from zero") {
    for (const std::string text : {"", "fast", "1,5", "1.5ms", "-1", "nan", "inf"}) {
      CHECK(fault_of("q1\t" + text + "\td\n") == "peer:1: \"" + text + "\" is no number of milliseconds");
    }
  }
}

}  // namespace
}  // namespace newsline::relevance
