// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/article/field/white_space.h"

#include <doctest/doctest.h>

#include <string>

#include "tests/text/random_text.h"

namespace {

using newsline::one_line;
using newsline::trim;
using newsline::trim_end;
using newsline::trim_start;
using newsline::white_space_at;
using newsline::test::utf8;

/// Unicode 15, PropList, White_Space, and what takes no room and joins no script.
bool is_space(unsigned code_point) {
  return (code_point >= 0x09 && code_point <= 0x0D) || code_point == 0x20 || code_point == 0x85 ||
         code_point == 0xA0 || code_point == 0x1680 || (code_point >= 0x2000 && code_point <= 0x200B) ||
         code_point == 0x200E || code_point == 0x200F || code_point == 0x2028 || code_point == 0x2029 ||
         code_point == 0x202F || code_point == 0x205F || code_point == 0x2060 || code_point == 0x3000 ||
         code_point == 0xFEFF;
}

TEST_SUITE("unit") {
  TEST_CASE("white space is all of it and nothing else") {
    for (unsigned code_point = 0; code_point < 0x110000; ++code_point) {
      if (code_point >= 0xD800 && code_point < 0xE000) continue;
      const std::string text = utf8(code_point);
      const std::size_t expected = is_space(code_point) ? text.size() : 0;
      if (white_space_at(text, 0) != expected) FAIL_CHECK("code point " << code_point);
      if (trim("a" + text).size() != (expected > 0 ? 1 : 1 + text.size()))
        FAIL_CHECK("at the end, code point " << code_point);
    }
    CHECK(white_space_at("", 0) == 0);
    CHECK(white_space_at("a", 1) == 0);
    CHECK(white_space_at("\xE2\x80", 0) == 0);
  }

  TEST_CASE("ends are trimmed and what is inside stays") {
    CHECK(trim_start("\u00A0\t a b ") == "a b ");
    CHECK(trim_end("\u00A0a b\u3000\n") == "\u00A0a b");
    CHECK(trim("\uFEFF a\u00A0b \u200B") == "a\u00A0b");
    CHECK(trim(" \u2003 ").empty());
    // The last byte of a letter may look like a space.
    CHECK(trim_end("\u0120") == "\u0120");
  }

  TEST_CASE("a text on one line has single blanks") {
    CHECK(one_line("  a\u00A0\n b\tc ") == "a b c");
    CHECK(one_line("\n").empty());
  }
}

}  // namespace
