// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/search/count/surprise.h"

#include <doctest/doctest.h>

namespace newsline {
namespace {

TEST_SUITE("unit") {
  TEST_CASE("what is as frequent here as everywhere is no surprise") {
    CHECK(surprise(10, 100, 100, 1000).log_likelihood == doctest::Approx(0).epsilon(1e-9));
    CHECK(surprise(10, 100, 100, 1000).lift == doctest::Approx(1));
    CHECK(surprise(7, 50, 7, 50).log_likelihood == doctest::Approx(0).epsilon(1e-9));
  }

  TEST_CASE("the same lift surprises more where more articles bear it out") {
    const Surprise rare = surprise(1, 10, 1, 1000);
    const Surprise borne_out = surprise(100, 1000, 100, 100000);
    CHECK(rare.lift == doctest::Approx(100));
    CHECK(borne_out.lift == doctest::Approx(100));
    CHECK(borne_out.log_likelihood > rare.log_likelihood);
  }

  TEST_CASE("names that are rarer here than elsewhere go and the most surprising comes first") {
    std::vector<FacetCount> counts = {{"usual", 50}, {"rare here", 5}, {"Ours", 20}};
    keep_surprising(counts, 100, {{"usual", 400}, {"rare here", 900}, {"ours", 21}}, 1000);
    REQUIRE(counts.size() == 2);
    CHECK(counts[0].value == "Ours");
    CHECK(counts[0].surprise->in_archive == 21);
    CHECK(counts[1].value == "usual");
  }
}

}  // namespace
}  // namespace newsline
