// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/article/field/cleaning.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "common/text/utf8.h"
#include "tests/text/random_text.h"

namespace {

using newsline::Cleaner;
using newsline::has_controls;
using newsline::test::utf8;

TEST_SUITE("unit") {
  TEST_CASE("controls are C0 but LF and TAB and DEL and C1 and the separators of lines") {
    for (unsigned code_point = 0; code_point < 0x3000; ++code_point) {
      const bool expected = (code_point < 0x20 && code_point != 0x0A && code_point != 0x09) ||
                            (code_point >= 0x7F && code_point < 0xA0) || code_point == 0x2028 ||
                            code_point == 0x2029;
      INFO(code_point);
      CHECK(has_controls("a" + utf8(code_point) + "b") == expected);
      CHECK(has_controls(utf8(code_point)) == expected);
    }
  }

  TEST_CASE("a control is seen wherever it stands") {
    for (std::size_t before = 0; before < 40; ++before) {
      INFO(before);
      const std::string plain = std::string(before, 'a') + "\u201C\t\n\u00A0";
      CHECK_FALSE(has_controls(plain + std::string(40, 'b')));
      for (const char* control : {"\x01", "\x7F", "\u0085", "\u2028"}) {
        CHECK(has_controls(plain + control));
        CHECK(has_controls(std::string(before, 'a') + control + plain + std::string(40, 'b')));
      }
    }
  }

  TEST_CASE("a text keeps its lines and loses its controls") {
    Cleaner cleaner;
    CHECK(cleaner.text("one\n\ttwo \n", 100) == "one\n\ttwo \n");
    CHECK(cleaner.text("\uFEFFone\r\ntwo\u2028three", 100) == "one\ntwo\nthree");
    CHECK_FALSE(cleaner.mended());
    CHECK(cleaner.text("a\x1B[1m", 100) == "a[1m");
    CHECK(cleaner.mended());
  }

  TEST_CASE("a line has single blanks and no others") {
    Cleaner cleaner;
    CHECK(cleaner.line(" one\r\n\u00A0two\tthree ") == "one two three");
    CHECK_FALSE(cleaner.mended());
  }

  TEST_CASE("what is too long is cut between code points and noted") {
    Cleaner cleaner;
    CHECK(cleaner.text("ябв", 6) == "ябв");
    CHECK_FALSE(cleaner.mended());
    CHECK(cleaner.text("ябв", 5) == "яб");
    CHECK(cleaner.mended());
    CHECK(Cleaner().line("ab cd", 3) == "ab");
  }

  TEST_CASE("names are distinct lines within the limits") {
    Cleaner cleaner;
    CHECK(cleaner.names({"a", " A ", "b\nc", ""}) == std::vector<std::string>{"a", "b c"});
    CHECK_FALSE(cleaner.mended());
    const std::string long_name(300, 'x');
    CHECK(cleaner.names({long_name}).at(0).size() == newsline::kMaxNameBytes);
    CHECK(cleaner.mended());
    Cleaner other;
    std::vector<std::string> many;
    for (std::size_t count = 0; count <= newsline::kMaxNames; ++count)
      many.push_back("n" + std::to_string(count));
    CHECK(other.names({many.begin(), many.end()}).size() == newsline::kMaxNames);
    CHECK(other.mended());
  }
}

}  // namespace
