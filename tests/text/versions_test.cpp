// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/text/versions.h"

#include <doctest/doctest.h>

#include <regex>

namespace {

TEST_SUITE("unit") {
  TEST_CASE("versions are numbers with points") {
    const std::regex numbers("[0-9]+(\\.[0-9]+)*");
    CHECK(std::regex_match(newsline::icu_version(), numbers));
    CHECK(std::regex_match(newsline::unicode_version(), numbers));
    CHECK(std::stoi(newsline::icu_version()) >= 70);
  }
}

}  // namespace
