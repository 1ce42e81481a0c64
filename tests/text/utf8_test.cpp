// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/text/utf8.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "tests/text/random_text.h"

namespace {

using namespace std::string_literals;
using newsline::is_valid_utf8;
using newsline::mend;
using newsline::needs_no_mending;
using newsline::utf8_floor;
using newsline::test::RandomText;
using newsline::test::run_seed;

struct Row {
  std::string bytes;
  std::string text;
  std::size_t replaced;
  std::size_t removed;
};

const Row kRows[] = {
    {"", "", 0, 0},
    {"plain\ttext\n", "plain\ttext\n", 0, 0},
    {"Երևան 東京 😀", "Երևան 東京 😀", 0, 0},
    {"a\r\nb\rc\n\rd", "a\nb\nc\n\nd", 0, 0},
    {"a\vb\fc", "a\nb\nc", 0, 0},
    {"a\xC2\x85"
     "b\xE2\x80\xA8"
     "c\xE2\x80\xA9"
     "d",
     "a\nb\nc\nd", 0, 0},
    {"\xEF\xBB\xBFtext", "text", 0, 0},
    {"\xEF\xBB\xBF\xEF\xBB\xBFtext", "text", 0, 0},
    {"te\xEF\xBB\xBFxt", "te\xEF\xBB\xBFxt", 0, 0},
    {"\0a\x1B[0m\x7F\xC2\x9B"s, "a[0m", 0, 4},
    {"\x01\xEF\xBB\xBFtext", "text", 0, 1},
    {"no\xC2\xA0"
     "break",
     "no\xC2\xA0"
     "break",
     0, 0},
    {"a\xFF", "a\uFFFD", 1, 0},
    // The examples of Unicode 15, tables 3-8 to 3-11.
    {"\xC0\xAF\xE0\x80\xBF\xF0\x81\x82\x41",
     "\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD"
     "A",
     8, 0},
    {"\xED\xA0\x80\xED\xBF\xBF\xED\xAF\x41",
     "\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD"
     "A",
     8, 0},
    {"\xF4\x91\x92\x93\xFF\x41\x80\xBF\x42",
     "\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD"
     "A\uFFFD\uFFFD"
     "B",
     7, 0},
    {"\xE1\x80\xE2\xF0\x91\x92\xF1\xBF\x41",
     "\uFFFD\uFFFD\uFFFD\uFFFD"
     "A",
     4, 0},
    {"cut \xE1\x80", "cut \uFFFD", 1, 0},
};

TEST_SUITE("unit") {
  TEST_CASE("any bytes become safe text and what was changed is counted") {
    for (const Row& row : kRows) {
      INFO(row.bytes);
      const auto mended = mend(row.bytes);
      CHECK(mended.text == row.text);
      CHECK(mended.replaced == row.replaced);
      CHECK(mended.removed == row.removed);
      CHECK(is_valid_utf8(row.bytes) == (row.replaced == 0));
      CHECK(needs_no_mending(row.bytes) == (row.text == row.bytes));
    }
  }

  TEST_CASE("an offset is moved back to the start of its code point") {
    const std::string_view text = "aЯ東😀";  // 1, 2, 3 and 4 bytes
    constexpr std::size_t kFloors[] = {0, 1, 1, 3, 3, 3, 6, 6, 6, 6, 10};
    for (std::size_t offset = 0; offset <= text.size(); ++offset) {
      CAPTURE(offset);
      CHECK(utf8_floor(text, offset) == kFloors[offset]);
    }
    CHECK(utf8_floor(text, 1000) == text.size());
    CHECK(utf8_floor("", 0) == 0);
  }
}

TEST_SUITE("property") {
  TEST_CASE("any bytes mend to valid text without control characters and stay so") {
    RandomText random(run_seed());
    INFO("NEWSLINE_SEED=" << run_seed());
    for (int round = 0; round < 20'000; ++round) {
      const std::string bytes = random.bytes(30);
      const auto once = mend(bytes);
      CAPTURE(bytes);
      REQUIRE(is_valid_utf8(once.text));
      REQUIRE(needs_no_mending(bytes) == (once.text == bytes));
      for (const char c : once.text) {
        const auto byte = static_cast<unsigned char>(c);
        REQUIRE((byte >= 0x20 || byte == '\n' || byte == '\t'));
        REQUIRE(byte != 0x7F);
      }
      const auto twice = mend(once.text);
      REQUIRE(twice.text == once.text);
      REQUIRE(twice.replaced + twice.removed == 0);
    }
  }

  TEST_CASE("every code point survives mending or is a control or a line end") {
    for (unsigned c = 0; c <= 0x10FFFF; ++c) {
      if (c >= 0xD800 && c <= 0xDFFF) continue;
      const std::string bytes = "x" + newsline::test::utf8(c);
      const auto mended = mend(bytes);
      const bool line_end = (c >= 0x0A && c <= 0x0D) || c == 0x85 || c == 0x2028 || c == 0x2029;
      const bool control = !line_end && c != 0x09 && (c < 0x20 || (c >= 0x7F && c <= 0x9F));
      REQUIRE(mended.text == (line_end ? "x\n" : control ? "x" : bytes));
      REQUIRE(mended.removed == (control ? 1 : 0));
    }
  }
}

}  // namespace
