// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include <string>

#include "common/article/json/lines_reader.h"
#include "common/article/json/repair.h"
#include "tests/article/summary.h"

namespace {

using newsline::read_json_line;
using newsline::ReadArticle;
using newsline::with_mended_characters;
using newsline::with_quoted_numbers;
using newsline::test::context;
using newsline::test::summary_of_json;

struct Row {
  std::string line;
  std::string expected;
};

void check(const Row& row, bool mended) {
  INFO(row.line);
  const auto reading = read_json_line(row.line, 1, context());
  CHECK(newsline::test::summary(reading) == row.expected);
  REQUIRE(std::holds_alternative<ReadArticle>(reading));
  CHECK(std::get<ReadArticle>(reading).mended == mended);
}

TEST_SUITE("unit") {
  TEST_CASE("broken JSON is refused with what is wrong") {
    const Row rows[] = {
        {R"({"title":"open)", "rejected: broken JSON: a string is not closed"},
        {R"({"title":"\x"})", "rejected: broken JSON: a string has an escape that does not exist"},
        {R"({"title":"t","x":01})", "rejected: broken JSON: a number is malformed or out of range"},
        {R"({"title":"t","x":1e999})", "T<t>"},
        {R"([1,2])", "rejected: not a JSON object; one object a line is expected"},
        {R"("text")", "rejected: not a JSON object; one object a line is expected"},
        {"7", "rejected: not a JSON object; one object a line is expected"},
        {"null", "rejected: not a JSON object; one object a line is expected"},
        {R"({"title":"t"} {"title":"u"})", "rejected: broken JSON; one whole object a line is expected"},
        {R"({"title":"t")", "rejected: broken JSON; one whole object a line is expected"},
        {R"({"title":"t",})", "rejected: broken JSON; one whole object a line is expected"},
        {R"({title:"t"})", "rejected: broken JSON; one whole object a line is expected"},
        {"{\"title\":\"t\",\"x\":" + std::string(3000, '[') + std::string(3000, ']') + "}",
         "rejected: broken JSON: nested too deeply"},
    };
    for (const Row& row : rows) {
      INFO(row.line.substr(0, 60));
      CHECK(summary_of_json(row.line) == row.expected);
    }
  }

  TEST_CASE("a line that is well is not called mended") {
    check({R"({"title":"t","body":"a\nb\u00e9 \ud83d\ude00 \/"})", "T<t> B<a/bé 😀 />"}, false);
    check({"\uFEFF{\"title\":\"t\"}", "T<t>"}, false);
    check({"  {\"title\":\"t\"}  ", "T<t>"}, false);
    check({R"({"title":"t","x":123456789012345678901234567890})", "T<t>"}, false);
  }

  TEST_CASE("bad characters cost a character not a record") {
    check({R"({"title":"a\ud800b\udc00c","body":"\udc00\ud800"})", "T<a\uFFFDb\uFFFDc> B<\uFFFD\uFFFD>"},
          true);
    check({"{\"title\":\"a\tb\",\"body\":\"c\x01"
           "d\"}",
           "T<a b> B<cd>"},
          true);
    check({"{\"title\":\"a\xFF\xC3"
           "b\"}",
           "T<a\uFFFD\uFFFDb>"},
          true);
    check({std::string("{\"title\":\"a\0b\"}", 15), "T<ab>"}, true);
    check({R"({"title":"a\u0000b\u001b[31m","body":"c\u0085d\u007fe"})", "T<ab[31m> B<c/de>"}, true);
  }

  TEST_CASE("mending characters leaves the rest of a line as it is") {
    CHECK(with_mended_characters(R"({"a":"\\ud800 \"\u00e9 \ud83d\ude00"})") ==
          R"({"a":"\\ud800 \"\u00e9 \ud83d\ude00"})");
    CHECK(with_mended_characters(R"("\ud83d\ud83d\ude00\u12")") == R"("\uFFFD\ud83d\ude00\u12")");
    CHECK(with_mended_characters("\"a\\") == "\"a\\");
    CHECK(with_mended_characters("").empty());
  }

  TEST_CASE("only long numbers outside of strings are put in quotes") {
    CHECK(with_quoted_numbers(R"({"a":12345,"b":"12345","c":-1.5e+10,"d":12})", 4) ==
          R"({"a":"12345","b":"12345","c":"-1.5e+10","d":12})");
    CHECK(with_quoted_numbers(R"(["\"12345",12345])", 4) == R"(["\"12345","12345"])");
    CHECK(with_quoted_numbers("[1.,1e,-,x]", 0) == "[1.,1e,-,x]");
    CHECK(with_quoted_numbers("\"12345", 0) == "\"12345");
  }
}

}  // namespace
