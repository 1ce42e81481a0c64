// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/search/snippet/passage.h"

#include <doctest/doctest.h>

#include "tests/search/snippet/marked_up.h"

namespace newsline {
namespace {

std::string passage(std::string_view body, std::string_view question, std::size_t max_bytes) {
  Tokenizer tokenizer;
  return test::marked_up(best_passage(body, test::wanted(question), max_bytes, tokenizer));
}

TEST_SUITE("unit") {
  TEST_CASE("a body that fits is shown whole and on one line") {
    CHECK(passage("Rain fell.\n\n\tThe grain  was wet.\n", "grain", 80) == "Rain fell. The [grain] was wet.");
    CHECK(passage("", "grain", 80).empty());
    CHECK(passage(" \n\n ", "grain", 80).empty());
  }

  TEST_CASE("whole sentences are shown where they fit") {
    const std::string body = "One is here. Two is here. The grain is here. Four is here. Five is here.";
    CHECK(passage(body, "grain", 18) == "The [grain] is here.");
    CHECK(passage(body, "grain", 32) == "The [grain] is here. Four is here.");
    CHECK(passage(body, "five", 32) == "Four is here. [Five] is here.");
  }

  TEST_CASE("a sentence that does not fit is cut at words") {
    const std::string body = "alpha bravo charlie delta echo foxtrot golf hotel india juliet";
    CHECK(passage(body, "bravo", 20) == "alpha [bravo] charlie…");
    CHECK(passage(body, "india", 20) == "…hotel [india] juliet");
    CHECK(passage(body, "echo", 20) == "…delta [echo] foxtrot…");
    CHECK(passage(body, "zulu", 20) == "alpha bravo charlie…");
  }

  TEST_CASE("more distinct items go before weight and weight before the earlier place") {
    const std::string body = "aa aa aa.\nxx xx.\nbb.\ncc dd.\naa bb.";
    CHECK(passage(body, "aa bb", 8) == "[aa] [bb].");
    CHECK(passage(body, "bb cc", 3) == "[bb].");
    Tokenizer tokenizer;
    Wanted wanted = test::wanted("bb cc");
    wanted.items[1].weight = 2;
    CHECK(best_passage(body, wanted, 3, tokenizer).text == "cc…");
  }
}

}  // namespace
}  // namespace newsline
