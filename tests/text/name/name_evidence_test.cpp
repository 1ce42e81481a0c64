// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/text/name/name_evidence.h"

#include <doctest/doctest.h>

#include <string>

using namespace newsline;

namespace {

/// The forms that stand as names, each behind a blank.
std::string names_in(std::string_view text) {
  Tokenizer tokenizer;
  const auto tokens = tokenizer.tokens(text);
  std::string names;
  for (std::size_t at = 0; at < tokens.size(); ++at)
    if (stands_as_name(text, tokens, at)) names += " " + std::string(tokens[at].form);
  return names;
}

}  // namespace

TEST_SUITE("unit") {
  TEST_CASE("a name is a word with a capital within a sentence") {
    struct Row {
      const char* text;
      const char* names;
    };
    constexpr Row kRows[] = {
        {"Yesterday in Yerevan it rained", " yerevan"},
        {"Nothing. Everything went well", ""},
        {"He said: Nothing", ""},
        {"He met Mr. Petrosyan, Nikol and Ani-Maria", " mr petrosyan nikol ani maria"},
        {"вчера Пашинян приехал", " пашинян"},
        {"երեկ Փաշինյանը եկավ", " փաշինյանը"},
        {"one\nTwo", ""},
        {"he saw “The dam”", ""},
        {"no names here", ""},
        {"", ""},
    };
    for (const Row& each : kRows) {
      CAPTURE(each.text);
      CHECK(names_in(each.text) == each.names);
    }
  }

  TEST_CASE("any word may be a name where there are no capitals") {
    for (const char* form : {"ფაშინიანი", "باشينيان", "פשיניאן"}) CHECK(is_caseless(form));
    for (const char* form : {"pashinyan", "пашинян", "փաշինյան", "πασινιάν", "北京", "ก"}) {
      CAPTURE(form);
      CHECK_FALSE(is_caseless(form));
    }
  }
}
