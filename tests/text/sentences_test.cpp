// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/text/sentences.h"

#include <doctest/doctest.h>

#include <string>

#include "common/text/utf8.h"
#include "tests/text/random_text.h"

namespace {

using newsline::sentences;
using newsline::Span;
using newsline::test::RandomText;
using newsline::test::run_seed;

struct Row {
  const char* text;
  const char* parts;
};

constexpr Row kRows[] = {
    {"", ""},
    {" \n\t \u3000", ""},
    {"One.", "[One.]"},
    {"  One sentence. Another one!  ", "[One sentence.][Another one!]"},
    {"A headline\nThe first line.", "[A headline][The first line.]"},
    {"The council met on\nMonday. It", "[The council met on][Monday.][It]"},
    {"The council met on\nthe bridge, and,\nsitting, said so.",
     "[The council met on\nthe bridge, and,\nsitting, said so.]"},
    {"The council of the old harbour town met again on a windy\nMonday. It sat.",
     "[The council of the old harbour town met again on a windy\nMonday.][It sat.]"},
    {"It met.\nand left\n\nthe town", "[It met.][and left][the town]"},
    {"It rose 3.5 per cent. He said \"so.\" No.", "[It rose 3.5 per cent.][He said \"so.\"][No.]"},
    {"Он приехал. Она уехала.", "[Он приехал.][Она уехала.]"},
    {"Նա եկավ։ Նա գնաց։", "[Նա եկավ։][Նա գնաց։]"},
    {"他来了。她走了。", "[他来了。][她走了。]"},
    {"وصل. غادرت؟ نعم.", "[وصل.][غادرت؟][نعم.]"},
    {"bad \xFF bytes. End", "[bad \xFF bytes.][End]"},
};

std::string parts(const std::string& text) {
  std::string joined;
  for (const Span& span : sentences(text)) joined += '[' + text.substr(span.begin, span.size()) + ']';
  return joined;
}

TEST_SUITE("unit") {
  TEST_CASE("a text is taken apart into its sentences") {
    for (const Row& row : kRows) {
      INFO(std::string(row.text));
      CHECK(parts(row.text) == std::string(row.parts));
    }
  }
}

TEST_SUITE("property") {
  TEST_CASE("sentences ascend and leave out nothing but white space") {
    RandomText random(run_seed());
    INFO("NEWSLINE_SEED=" << run_seed());
    for (int round = 0; round < 5'000; ++round) {
      const std::string text = random.text(60);
      CAPTURE(text);
      std::size_t end = 0;
      for (const Span& span : sentences(text)) {
        REQUIRE(span.begin >= end);
        REQUIRE(span.end > span.begin);
        REQUIRE(newsline::utf8_floor(text, span.begin) == span.begin);
        REQUIRE(newsline::utf8_floor(text, span.end) == span.end);
        REQUIRE(sentences(text.substr(end, span.begin - end)).empty());
        end = span.end;
      }
      REQUIRE(sentences(text.substr(end)).empty());
    }
  }
}

}  // namespace
