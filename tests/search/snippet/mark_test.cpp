// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/search/snippet/mark.h"

#include <doctest/doctest.h>

#include "tests/search/snippet/marked_up.h"

namespace newsline {
namespace {

struct Row {
  std::string question;
  std::string text;
  std::string marked;
};

void check(const Row& row, bool is_title) {
  Tokenizer tokenizer;
  CAPTURE(row.question);
  CAPTURE(row.text);
  const MarkedText marked = mark(row.text, test::wanted(row.question), is_title, tokenizer);
  CHECK(test::marked_up(marked) == row.marked);
  CHECK(marked.text == row.text);
}

TEST_SUITE("unit") {
  TEST_CASE("words are marked wherever they stand and in any spelling that folds to them") {
    const Row rows[] = {
        {"csto", "CSTO and csto: the C.S.T.O.'s CSTOs", "[CSTO] and [csto]: the [C.S.T.O].'s CSTOs"},
        {"armenia", "Armenia's #Armenia (Armenia)", "[Armenia]'s #[Armenia] ([Armenia])"},
        {"cafe\u0301", "Café and cafe\u0301 and cafe", "[Café] and [cafe\u0301] and cafe"},
        {"finance", "ﬁnance", "[ﬁnance]"},
        {"strasse", "Die Straße", "Die [Straße]"},
        {"ինչ", "Ի՞նչ եղավ։", "[Ի՞նչ] եղավ։"},
        {"محمد", "قال مُحَمَّد اليوم", "قال [مُحَمَّد] اليوم"},
        {"总理", "亚美尼亚总理访问", "亚美尼亚[总理]访问"},
        {"亚美尼亚 OR 总理", "亚美尼亚总理访问", "[亚美尼亚][总理]访问"},
        {"ข้าว", "ราคาข้าวสูง", "ราคา[ข้าว]สูง"},
        {"ankara", "Ankara'da", "[Ankara]'da"},
        {"grain", "", ""},
        {"grain", "rye", "rye"},
    };
    for (const Row& row : rows) check(row, false);
  }

  TEST_CASE("a phrase is marked only where it stands as a phrase") {
    const Row rows[] = {
        {"\"grain deal\"", "Grain deal: deal on grain, grain-deal",
         "[Grain deal]: deal on grain, [grain-deal]"},
        {"\"a b a\"", "a b a b a", "[a b a b a]"},
        {"\"a b\" \"b c\"", "a b c", "[a b c]"},
        {"\"a b\" b", "a b b", "[a b] [b]"},
        {"\"a b\"", "a", "a"},
        {"\"a b\"", "b a", "b a"},
        {"e-mail", "e-mail, E Mail, mail", "[e-mail], [E Mail], mail"},
    };
    for (const Row& row : rows) check(row, false);
  }

  TEST_CASE("a prefix marks whole words that begin so") {
    const Row rows[] = {
        {"armen*", "Armenia, Armenians, Arme, disarmen", "[Armenia], [Armenians], Arme, disarmen"},
        {"ab* abc* abc", "abcd abc ab a", "[abcd] [abc] [ab] a"},
        {"հայ*", "Հայաստան և հայերը", "[Հայաստան] և [հայերը]"},
    };
    for (const Row& row : rows) check(row, false);
  }

  TEST_CASE("what is asked of titles is marked in titles alone") {
    check({"title:grain deal", "grain deal", "[grain] [deal]"}, true);
    check({"title:grain deal", "grain deal", "grain [deal]"}, false);
    check({"title:gra* title:\"grain deal\"", "grain deal", "grain deal"}, false);
  }
}

}  // namespace
}  // namespace newsline
