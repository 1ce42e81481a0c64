// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include <array>

#include "tests/search/query/questions.h"

namespace newsline::test {
namespace {

TEST_SUITE_BEGIN("unit");

TEST_CASE("typographic quotes of many languages make phrases") {
  for (const std::string_view phrase :
       {"“sea port”", "„sea port“", "„sea port”", "”sea port”", "«sea port»", "»sea port«", "« sea port »",
        "‹sea port›", "›sea port‹", "「sea port」", "『sea port』", "〝sea port〞", "＂sea port＂"}) {
    CAPTURE(phrase);
    CHECK(read_as(phrase) == "\"sea port\"");
  }
}

TEST_CASE("typographic and full-width signs mean what the ASCII ones mean") {
  check_understood(std::to_array<Understood>({
      {"－war", "not(war)"},
      {"–war", "not(war)"},
      {"−war", "not(war)"},
      {"（a　OR　b）", "any(a, b)"},
      {"＃armenia", "tag:armenia"},
      {"tag：armenia", "tag:armenia"},
      {"ｔａｇ：armenia", "tag:armenia"},
      {"＝war", "=war"},
      {"arm＊", "arm*"},
      {"a ＯＲ b", "any(a, b)"},
      {"a ＮＥＡＲ／５ b", "near/5(a, b)"},
      {"date：２０２４－０３", "date:2024-03-01..2024-03-31"},
      {"date:2024–03", "date:2024-03-01..2024-03-31"},
      {"reads:＞１００", "reads:101.."},
  }));
}

TEST_CASE("a dash between words is punctuation") {
  check_understood(std::to_array<Understood>({
      {"Armenia – the suspension", "all(armenia, the, suspension)"},
      {"Armenia — suspension", "all(armenia, suspension)"},
      {"a -- b", "all(a, b)"},
      {"a--b", "\"a b\""},
      {"a -b- c", "all(a, not(b), c)"},
  }));
}

TEST_CASE("signs within a word are read as the tokenizer reads them in texts") {
  check_understood(std::to_array<Understood>({
      {"Nagorno-Karabakh", "\"nagorno karabakh\""},
      {"Nagorno–Karabakh", "\"nagorno karabakh\""},
      {"e-mail", "\"e mail\""},
      {"C#", "c"},
      {"U.S.", "us"},
      {"AT&T", "\"at t\""},
      {"wait..what", "\"wait what\""},
      {"user@example.com", "\"user example com\""},
      {"www.example.org/a", "\"www example org a\""},
      {"don't", "\"don t\""},
      {"O’Brien", "\"o brien\""},
      {"Armenia's", "armenia"},
      {"9/11", "\"9 11\""},
      {"12:30", "\"12 30\""},
      {"3.5 1,487 12.03.2024", "all(3.5, 1,487, 12.03.2024)"},
      {"2024-03-12", "\"2024 03 12\""},
      {"$100 50%", "all(100, 50)"},
  }));
}

TEST_CASE("the punctuation of a pasted sentence means nothing") {
  check_understood(std::to_array<Understood>({
      {"Why is the dam leaking?", "all(why^0.5, is^0.5, the^0.5, dam, leaking)"},
      {"Armenia, Georgia; Turkey!", "all(armenia, georgia, turkey)"},
      {"Armenia,Georgia;Turkey", "all(armenia, georgia, turkey)"},
      {"\"sea port\", Armenia", "all(\"sea port\", armenia)"},
      {"\"sea port\".", "\"sea port\""},
      {"(a), (b)", "all(a, b)"},
      {"#CSTO, #Armenia", "all(tag:csto, tag:armenia)"},
      {"Pourquoi la crise : suite !", "all(pourquoi, la^0.5, crise, suite)"},
      {"-a, b", "all(not(a), b)"},
      {"the kids' toys", "all(the, kids, toys)"},
      {"rock 'n' roll", "all(rock, n, roll)"},
      {"the '90s kids' toys", "all(the, 90s, kids, toys)"},
      {"[sic] {a} <b>", "all(sic, a, b)"},
  }));
}

TEST_CASE("what an exclusion reaches must be plain") {
  check_refused(std::to_array<Refused>({
      {"-a,b", "a comma stands behind what is excluded", 2, "before each word"},
      {"-?", "\"?\" has no letter or digit", 2, "leave it out"},
  }));
}

TEST_CASE("single quotes around several words are refused") {
  for (const std::string_view question :
       {"'sea port'", "‘sea port’", "‚sea port‘", "‘the sea port’, Armenia"}) {
    CAPTURE(question);
    CHECK(read_as(question) == "mistake at 0: single quotes do not make a phrase");
  }
}

TEST_CASE("invisible characters around a sign or a word mean nothing") {
  check_understood(std::to_array<Understood>({
      {"\uFEFFwar", "war"},
      {"\u200Etag:armenia\u200F", "tag:armenia"},
      {"-\u2060war", "not(war)"},
      {"a\u00A0b\u3000c\u200Bd", "all(a, b, c, d)"},
      {"a\r\nb", "all(a, b)"},
  }));
}

TEST_SUITE_END();

}  // namespace
}  // namespace newsline::test
