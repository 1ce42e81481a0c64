// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/build/fingerprints.h"

#include <doctest/doctest.h>

#include <string>

using namespace newsline;

TEST_SUITE("unit") {
  TEST_CASE("a text is new once however many others there are") {
    constexpr int kTexts = 200'000;
    Fingerprints seen;
    int taken_for_others = 0;
    for (int number = 0; number < kTexts; ++number)
      taken_for_others += seen.insert("https://example.org/" + std::to_string(number)) ? 0 : 1;
    CHECK(taken_for_others == 0);
    for (int number = 0; number < kTexts; ++number)
      REQUIRE_FALSE(seen.insert("https://example.org/" + std::to_string(number)));
  }

  TEST_CASE("an empty text is a text") {
    Fingerprints seen;
    CHECK(seen.insert(""));
    CHECK_FALSE(seen.insert(""));
  }
}
