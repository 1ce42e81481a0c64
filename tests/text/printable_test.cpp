// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/text/printable.h"

#include <doctest/doctest.h>

#include <string>

#include "common/text/utf8.h"
#include "tests/text/random_text.h"

namespace {

using namespace std::string_literals;
using newsline::display_width;
using newsline::printable;
using newsline::printable_line;
using newsline::test::RandomText;
using newsline::test::run_seed;

struct Row {
  std::string text;
  std::string safe;
  std::string line;
};

const Row kRows[] = {
    {"", "", ""},
    {"Plain text", "Plain text", "Plain text"},
    {" two\n\tlines ", " two\n\tlines ", "two lines"},
    {"\x1B]0;title\x07red\x1B[31m", "]0;titlered[31m", "]0;titlered[31m"},
    {"a\0b\x7F"
     "c\r\n"s,
     "abc\n", "abc"},
    {"csi \xC2\x9B"
     "31m",
     "csi 31m", "csi 31m"},
    {"evil\u202Etxt.exe\u202C", "eviltxt.exe", "eviltxt.exe"},
    {"\u2066a\u2069\u200E\u200F\u061C", "a", "a"},
    {"zero\u200Bwidth\u2060\uFEFF", "zerowidth", "zerowidth"},
    {"می\u200Cخواهم 👩\u200D💻", "می\u200Cخواهم 👩\u200D💻", "می\u200Cخواهم 👩\u200D💻"},
    {"bad \xFF\xE2\x82 end", "bad \uFFFD\uFFFD end", "bad \uFFFD\uFFFD end"},
    {"a\u00A0\u3000b\u2028c", "a\u00A0\u3000b\u2028c", "a b c"},
    {"a \u200B b", "a  b", "a b"},
    {"a\x1B b \x1B", "a b ", "a b"},
};

struct Width {
  const char* text;
  std::size_t columns;
};

constexpr Width kWidths[] = {
    {"", 0},
    {"abc", 3},
    {"Երևան", 5},
    {"東京", 4},
    {"ＡＢ", 4},
    {"한국", 4},
    {"e\u0301", 1},
    {"مُحَمَّد", 4},
    {"😀", 2},
    {"❤", 1},
    {"❤\uFE0F", 2},
    {"1\uFE0F", 1},
    {"🇦🇲", 2},
    {"a\u200Bb", 2},
    {"co\u00ADop", 5},
    {"ภาษาไทย", 7},
    {"\xFF", 1},
    {"ที่", 1},
    {"\u1112\u1161\u11AB", 2},
};

TEST_SUITE("unit") {
  TEST_CASE("nothing reaches a terminal that could command it or hide text") {
    for (const Row& row : kRows) {
      INFO(row.text);
      CHECK(printable(row.text) == row.safe);
      CHECK(printable_line(row.text) == row.line);
    }
  }

  TEST_CASE("the width of a text is the columns it takes") {
    for (const Width& row : kWidths) {
      INFO(std::string(row.text));
      CHECK(display_width(row.text) == row.columns);
    }
  }
}

TEST_SUITE("property") {
  TEST_CASE("any bytes become printable and stay as they are the second time") {
    RandomText random(run_seed());
    INFO("NEWSLINE_SEED=" << run_seed());
    for (int round = 0; round < 20'000; ++round) {
      const std::string bytes = random.bytes(30);
      const std::string safe = printable(bytes);
      const std::string line = printable_line(bytes);
      CAPTURE(bytes);
      REQUIRE(newsline::is_valid_utf8(safe));
      REQUIRE(printable(safe) == safe);
      REQUIRE(printable_line(line) == line);
      REQUIRE(printable(line) == line);
      REQUIRE(line.find_first_of("\n\t\r\x1B\x07") == std::string::npos);
      REQUIRE(display_width(line) <= 2 * line.size());
    }
  }
}

}  // namespace
