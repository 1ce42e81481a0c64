// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/text/fold.h"

#include <doctest/doctest.h>

#include <string>

#include "common/text/utf8.h"
#include "tests/text/random_text.h"

namespace {

using newsline::fold;
using newsline::test::RandomText;
using newsline::test::run_seed;
using newsline::test::utf8;

struct Row {
  const char* text;
  const char* folded;
};

constexpr Row kRows[] = {
    {"", ""},
    {"CSTO", "csto"},
    {"  Foreign \t\n Policy\u00A0 ", "foreign policy"},
    {"\u3000外交\u3000政策\u2003", "外交 政策"},
    {"Straße STRASSE", "strasse strasse"},
    {"ﬁnance ＡＢＣ ½", "finance abc 1⁄2"},
    {"cafe\u0301 Café", "café café"},
    {"İstanbul Istanbul ISTANBUL", "istanbul istanbul istanbul"},
    {"I\u0307stanbul", "istanbul"},
    {"İ\u0307\u0307x", "ix"},
    {"ılık", "ılık"},
    {"Ёлка Əliyev", "ёлка əliyev"},
    {"Երևան ԵՐԵՒԱՆ", "երեւան երեւան"},
    {"Ի՞նչ ո՛չ Հա՜յ", "ինչ ոչ հայ"},
    {"مُحَمَّد محمـــد", "محمد محمد"},
    {"شَرْقٰي", "شرقي"},
    {"أحمد", "أحمد"},
    {"שָׁלוֹם", "שלום"},
    {"בית־ספר", "בית־ספר"},
    {"ᲡᲐᲥᲐᲠᲗᲕᲔᲚᲝ", "საქართველო"},
    {"ΛΌΓΟΣ λόγος", "λόγοσ λόγοσ"},
    {"co\u00ADoperate می\u200Cخواهم", "cooperate میخواهم"},
    {"\u1112\u1161\u11AB국", "한국"},
    {"\u1112\u0640\u1161\u0640\u11AB", "한"},  // the tatweels kept the syllable apart
    {"bad \xFF\xC3", "bad \uFFFD\uFFFD"},
    {"a\u2028b\x0B"
     "c",
     "a b c"},
};

void check_idempotent(const std::string& text) {
  const std::string once = fold(text);
  if (fold(once) != once)
    FAIL_CHECK("<" << text << "> folds to <" << once << "> and that to <" << fold(once) << ">");
}

TEST_SUITE("unit") {
  TEST_CASE("a text folds to the spelling that is compared") {
    for (const Row& row : kRows) {
      INFO(std::string(row.text));
      CHECK(fold(row.text) == std::string(row.folded));
    }
  }
}

TEST_SUITE("property") {
  TEST_CASE("folding any code point twice is folding it once") {
    for (unsigned c = 0; c <= 0x10FFFF; ++c) {
      if (c >= 0xD800 && c <= 0xDFFF) continue;
      const std::string character = utf8(c);
      check_idempotent(character);
      if (c < 0x30000) check_idempotent("i" + character + "\u0307a" + character + "\u0301");
    }
  }

  TEST_CASE("folding random text twice is folding it once") {
    RandomText random(run_seed());
    INFO("NEWSLINE_SEED=" << run_seed());
    for (int round = 0; round < 30'000; ++round) check_idempotent(random.text(12));
  }

  TEST_CASE("folding any bytes gives valid UTF-8 without white space at the ends") {
    RandomText random(run_seed());
    INFO("NEWSLINE_SEED=" << run_seed());
    for (int round = 0; round < 5'000; ++round) {
      const std::string folded = fold(random.bytes(24));
      CAPTURE(folded);
      REQUIRE(newsline::is_valid_utf8(folded));
      REQUIRE(folded.find("  ") == std::string::npos);
      if (!folded.empty()) REQUIRE((folded.front() != ' ' && folded.back() != ' '));
    }
  }
}

}  // namespace
