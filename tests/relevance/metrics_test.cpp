// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/relevance/metrics.h"

#include <doctest/doctest.h>

namespace newsline::relevance {
namespace {

using doctest::Approx;

TEST_SUITE("unit") {
  TEST_CASE("an answer that lists all that is relevant first scores one") {
    const Scores scores = score({{"q", {"a", "b", "x"}}}, {{"q", {{"a", 2}, {"b", 1}, {"c", 0}}}});
    CHECK(scores.ndcg == Approx(1));
    CHECK(scores.mean_average_precision == Approx(1));
    CHECK(scores.recall == Approx(1));
    CHECK(scores.queries == 1);
  }

  TEST_CASE("gains are two to the grade less one and are discounted by the logarithm of the rank") {
    // Got 1/log2(3) for b and 3/log2(5) for a; best is 3/log2(2) + 1/log2(3).
    const Scores scores = score({{"q", {"x", "b", "y", "a"}}}, {{"q", {{"a", 2}, {"b", 1}}}});
    CHECK(scores.ndcg == Approx((0.6309297536 + 3 * 0.4306765581) / (3 + 0.6309297536)));
  }

  TEST_CASE("only the first ten of an answer have gain and only the first hundred count for recall") {
    std::vector<std::string> ranked;
    ranked.reserve(101);
    for (int i = 0; i < 100; ++i) ranked.push_back("x" + std::to_string(i));
    ranked[10] = "a";
    ranked.emplace_back("b");
    const Scores scores = score({{"q", ranked}}, {{"q", {{"a", 1}, {"b", 1}}}});
    CHECK(scores.ndcg == 0);
    CHECK(scores.recall == Approx(0.5));
    CHECK(scores.mean_average_precision == Approx((1.0 / 11 + 2.0 / 101) / 2));
  }

  TEST_CASE("a judged query without an answer counts zero and one without a relevant document not at all") {
    const Scores scores = score({{"q", {"a"}}, {"extra", {"a"}}},
                                {{"q", {{"a", 1}}}, {"missing", {{"a", 1}}}, {"none", {{"a", 0}}}});
    CHECK(scores.queries == 2);
    CHECK(scores.ndcg == Approx(0.5));
    CHECK(scores.mean_average_precision == Approx(0.5));
    CHECK(scores.recall == Approx(0.5));
  }

  TEST_CASE("average precision divides by all relevant documents found or not") {
    const Scores scores = score({{"q", {"a", "x", "b"}}}, {{"q", {{"a", 1}, {"b", 1}, {"c", 1}, {"d", 1}}}});
    CHECK(scores.mean_average_precision == Approx((1.0 + 2.0 / 3) / 4));
    CHECK(scores.recall == Approx(0.5));
  }

  TEST_CASE("nothing judged scores nothing") {
    CHECK(score({}, {}).queries == 0);
    CHECK(score({}, {}).ndcg == 0);
  }
}

}  // namespace
}  // namespace newsline::relevance
