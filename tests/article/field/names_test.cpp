// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/article/field/names.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "common/article/article.h"

namespace {

using newsline::distinct_names;
using newsline::separated_names;
using newsline::without_hash;

using Names = std::vector<std::string>;

Names separated(std::string_view list) {
  const auto views = separated_names(list);
  return {views.begin(), views.end()};
}

TEST_SUITE("unit") {
  TEST_CASE("names are separated by commas and semicolons of any script") {
    CHECK(separated("a, b;c") == Names{"a", " b", "c"});
    CHECK(separated("أ،ب؛ج") == Names{"أ", "ب", "ج"});
    CHECK(separated("一，二；三、四") == Names{"一", "二", "三", "四"});
    CHECK(separated("foreign policy") == Names{"foreign policy"});
    CHECK(separated(",a,") == Names{"", "a", ""});
  }

  TEST_CASE("a tag loses the hashes before it and keeps those inside") {
    CHECK(without_hash("#CSTO") == "CSTO");
    CHECK(without_hash(" \u00A0＃#中国") == "中国");
    CHECK(without_hash("C#") == "C#");
    CHECK(without_hash("#").empty());
  }

  TEST_CASE("of names that fold to the same the first stays as it is written") {
    CHECK(distinct_names({"Armenia", " CSTO\u00A0", "ARMENIA", "", " ", "csto", "Армения"}) ==
          Names{"Armenia", "CSTO", "Армения"});
  }
}

}  // namespace
