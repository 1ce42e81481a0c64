// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/family/met_forms.h"

#include <doctest/doctest.h>

#include <string>

using namespace newsline;

TEST_SUITE("unit") {
  TEST_CASE("what was noted of a form stays however many others come") {
    constexpr std::uint64_t kForms = 20'000;
    MetForms met;
    for (std::uint64_t i = 1; i <= kForms; ++i) {
      std::uint64_t& bits = met.bits_of("form" + std::to_string(i));
      REQUIRE(bits == 0);
      bits = i;
    }
    CHECK(met.size() == kForms);
    for (std::uint64_t i = 1; i <= kForms; ++i) REQUIRE(met.bits_of("form" + std::to_string(i)) == i);
    CHECK(met.size() == kForms);
    met.clear();
    CHECK(met.size() == 0);
    CHECK(met.bits_of("form1") == 0);
  }
}
