// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/extraction/shingles.h"

#include <doctest/doctest.h>

namespace newsline::extraction {

TEST_SUITE_BEGIN("unit");

TEST_CASE("words are runs of letters and digits of any script") {
  CHECK(plain_words("It's 5_a, да-нет ৭!") == std::vector<std::string>{"It", "s", "5_a", "да", "нет", "৭"});
  CHECK(plain_words(" .,") == std::vector<std::string>{});
}

TEST_CASE("a text is found wholly or not at all or in part") {
  CHECK(f1(overlap("a b c d e", "a b c d e")) == doctest::Approx(1));
  CHECK(f1(overlap("a b c d e", "v w x y z")) == doctest::Approx(0));
  const Overlap part = overlap("a b c d e", "a b c d x y");
  CHECK(part.precision == doctest::Approx(1.0 / 3));
  CHECK(part.recall == doctest::Approx(1.0 / 2));
}

TEST_CASE("what is found twice is true once") {
  CHECK(overlap("a b c d", "a b c d a b c d").precision == doctest::Approx(1.0 / 5));
}

TEST_CASE("nothing found of something is nothing and of nothing all") {
  CHECK(f1(overlap("a b", "")) == doctest::Approx(0));
  CHECK(f1(overlap("", "")) == doctest::Approx(1));
  CHECK(f1(overlap("", "a")) == doctest::Approx(0));
}

TEST_SUITE_END();

}  // namespace newsline::extraction
