// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/render/lines.h"

#include <doctest/doctest.h>

#include <optional>
#include <string>
#include <string_view>

#include "common/text/printable.h"

namespace {

using newsline::display_width;
using newsline::lines_of;
using newsline::MarkedText;
using newsline::Paint;

const Paint kPlain(false);
const Paint kColored(true);

struct Row {
  std::string first;
  std::string text;
  std::optional<std::size_t> columns;
  std::string lines;
};

const Row kRows[] = {
    {"", "", 20, ""},
    {"1. ", " \n ", 20, ""},
    {"1. ", "one line", std::nullopt, "1. one line\n"},
    {"1. ", "one line", 20, "1. one line\n"},
    {"1. ", "words that wrap here", 14, "1. words that\n   wrap here\n"},
    {"", "exactly ten", 11, "exactly ten\n"},
    {"", "exactly ten!", 11, "exactly\nten!\n"},
    {"", "two\nlines\tand  blanks", 60, "two lines and blanks\n"},
    {"", "averyveryverylongword", 10, "averyveryv\nerylongwor\nd\n"},
    {"", "go averyveryverylongword", 10, "go\naveryveryv\nerylongwor\nd\n"},
    {"", "亚美尼亚暂停参与集安组织", 10, "亚美尼亚暂\n停参与集安\n组织\n"},
    {"", "亚美尼亚暂，停参与", 10, "亚美尼亚\n暂，停参与\n"},
    {"", "e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301", 10,
     "e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301\ne\u0301\n"},
    {"", "esc\x1B[31m \u202Egpj", 60, "esc[31m gpj\n"},
    {"", "too narrow for this text", 1, "too narrow\nfor this\ntext\n"},
};

}  // namespace

TEST_SUITE_BEGIN("unit");

TEST_CASE("a text becomes lines that fit") {
  for (const Row& row : kRows) {
    CAPTURE(row.text);
    CHECK(lines_of({row.text, {}}, {row.first, row.columns, false}, kPlain) == row.lines);
  }
}

TEST_CASE("marked parts take the accent and keep it over line ends") {
  const MarkedText text{"the marked words end", {{4, 16}}};
  CHECK(lines_of(text, {"", 12, false}, kColored) ==
        "the \x1B[1;35mmarked\x1B[0m\n\x1B[1;35mwords\x1B[0m end\n");
  CHECK(lines_of(text, {"", std::nullopt, true}, kColored) ==
        "\x1B[1mthe \x1B[0m\x1B[1;35mmarked words\x1B[0m\x1B[1m end\x1B[0m\n");
  CHECK(lines_of(text, {"", 12, false}, kPlain) == "the marked\nwords end\n");
}

TEST_CASE("lines of any width hold the same words and none is wider") {
  const std::string text =
      "Ընտրություններ 选举 wahlen वोट für das 议会 parlamentarische Zusammenarbeit выборы";
  for (std::size_t columns = 16; columns < 100; ++columns) {
    CAPTURE(columns);
    const std::string lines = lines_of({text, {}}, {"12. ", columns, false}, kPlain);
    std::string joined;
    for (std::string_view rest = lines; !rest.empty();) {
      const std::size_t end = rest.find('\n');
      REQUIRE(end != std::string_view::npos);
      CHECK(display_width(rest.substr(0, end)) <= columns);
      joined += rest.substr(4, end - 4);
      rest.remove_prefix(end + 1);
    }
    std::string expected = text;
    std::erase(joined, ' ');
    std::erase(expected, ' ');
    CHECK(joined == expected);
  }
}

TEST_CASE("numbers are grouped and nouns are counted") {
  CHECK(newsline::with_thousands(0) == "0");
  CHECK(newsline::with_thousands(999) == "999");
  CHECK(newsline::with_thousands(1000) == "1,000");
  CHECK(newsline::with_thousands(1234567) == "1,234,567");
  CHECK(newsline::counted(1, "article") == "1 article");
  CHECK(newsline::counted(0, "article") == "0 articles");
}

TEST_SUITE_END();
