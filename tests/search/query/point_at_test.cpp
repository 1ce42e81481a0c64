// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>
#include <fmt/format.h>

#include "common/search/query/parse_query.h"

namespace newsline {
namespace {

TEST_SUITE_BEGIN("unit");

TEST_CASE("carets stand under the place") {
  CHECK(point_at("tag: armenia", {4, 4}) == "tag: armenia\n    ^");
  CHECK(point_at("a OR OR b", {2, 4}) == "a OR OR b\n  ^^");
  CHECK(point_at("a OR", {4, 4}) == "a OR\n    ^");
  CHECK(point_at("", {0, 0}) == "\n^");
}

TEST_CASE("carets count columns and not bytes") {
  CHECK(point_at("мир (", {7, 8}) == "мир (\n    ^");
  CHECK(point_at("和平 (", {7, 8}) == "和平 (\n     ^");
}

TEST_CASE("what is shown is safe for a terminal and stays on one line") {
  const std::string shown = point_at(
      "a\n\x1b[31m\xff"
      "b\tc",
      {2, 3});
  CHECK(shown.find('\x1b') == std::string::npos);
  CHECK(shown.find('\n') == shown.rfind('\n'));
  CHECK(shown.find('\t') == std::string::npos);
}

TEST_CASE("of a long question only the part around the place is shown") {
  const std::string question = fmt::format("{:a>1000} ( {:b>1000}", "", "");
  const std::string shown = point_at(question, {1001, 1002});
  CHECK(shown.size() < 600);
  const std::size_t line_end = shown.find('\n');
  // An ellipsis before the bracket has three bytes and one column.
  CHECK(shown.find('(') == shown.find('^') - line_end - 1 + 2);
}

TEST_SUITE_END();

}  // namespace
}  // namespace newsline
