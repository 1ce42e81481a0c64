// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include <array>

#include "tests/search/query/questions.h"

namespace newsline::test {
namespace {

TEST_SUITE_BEGIN("unit");

TEST_CASE("words side by side are all required") {
  check_understood(std::to_array<Understood>({
      {"CSTO suspension", "all(csto, suspension)"},
      {"  CSTO \t suspension ", "all(csto, suspension)"},
      {"CSTO AND suspension", "all(csto, suspension)"},
      {"CSTO", "csto"},
      {"and or not near", "all(and^0.5, or^0.5, not^0.5, near)"},
      {"And Or Not Near", "all(and^0.5, or^0.5, not^0.5, near)"},
      {"\"AND\" \"NOT\"", "all(=and, =not)"},
  }));
}

TEST_CASE("quotes ask for words in this order and this form") {
  check_understood(std::to_array<Understood>({
      {"\"prime minister\"", "\"prime minister\""},
      {"\"Minister\"", "=minister"},
      {"=Minister", "=minister"},
      {"=\"prime minister\"", "\"prime minister\""},
      {"\"prime, minister!\"", "\"prime minister\""},
      {"\"(a OR b) -c tag:d\"", "\"a or b c tag d\""},
      {"\"a b\"\"c d\"", "all(\"a b\", \"c d\")"},
      {"foo\"bar baz\"foo", "all(foo, \"bar baz\", foo)"},
  }));
}

TEST_CASE("OR binds more loosely than words side by side") {
  check_understood(std::to_array<Understood>({
      {"a OR b", "any(a, b)"},
      {"a OR b OR c", "any(a, b, c)"},
      {"a b OR c d", "any(all(a, b), all(c, d))"},
      {"a AND b OR c", "any(all(a, b), c)"},
      {"(a OR b) c", "all(any(a, b), c)"},
      {"(a OR b) AND (c OR d)", "all(any(a, b), any(c, d))"},
      {"((a))", "a"},
      {"armenia(country)", "all(armenia, country)"},
  }));
}

TEST_CASE("a minus sign and NOT exclude") {
  check_understood(std::to_array<Understood>({
      {"-war", "not(war)"},
      {"NOT war", "not(war)"},
      {"peace -war", "all(peace, not(war))"},
      {"peace NOT war", "all(peace, not(war))"},
      {"peace AND NOT war", "all(peace, not(war))"},
      {"peace OR -war", "any(peace, not(war))"},
      {"-\"civil war\"", "not(\"civil war\")"},
      {"-(war OR peace)", "not(any(war, peace))"},
      {"-tag:war -#peace", "all(not(tag:war), not(tag:peace))"},
      {"NOT NOT war", "not(not(war))"},
      {"* -war", "all(*, not(war))"},
      {"-*", "not(*)"},
      {"-Nagorno-Karabakh", "not(\"nagorno karabakh\")"},
  }));
}

TEST_CASE("a star leaves the end of a word open or stands for everything") {
  check_understood(std::to_array<Understood>({
      {"*", "*"},
      {"armen*", "armen*"},
      {"Armen* -ar*", "all(armen*, not(ar*))"},
      {"title:peac*", "title:peac*"},
      {"\xE4\xBA\x9A*", "\xE4\xBA\x9A*"},
  }));
}

TEST_CASE("NEAR joins words") {
  check_understood(std::to_array<Understood>({
      {"prime NEAR/5 minister", "near/5(prime, minister)"},
      {"prime NEAR minister", "near/10(prime, minister)"},
      {"a NEAR/1 b NEAR/1 c", "near/1(a, b, c)"},
      {"a NEAR/99 =b", "near/99(a, =b)"},
      {"-a NEAR/5 b", "mistake at 0: NEAR/5 stands beside something that is not a single word"},
      {"x a NEAR/5 b y", "all(x, near/5(a, b), y)"},
      {"title:(dam NEAR/3 water)", "near/3(title:dam, title:water)"},
  }));
}

TEST_CASE("title looks in titles only") {
  check_understood(std::to_array<Understood>({
      {"title:armenia", "title:armenia"},
      {"TITLE:armenia", "title:armenia"},
      {"title:\"prime minister\"", "title:\"prime minister\""},
      {"title:=minister", "title:=minister"},
      {"title:(a OR b) c", "all(any(title:a, title:b), c)"},
      {"title:(a -b)", "all(title:a, not(title:b))"},
      {"title:e-mail", "title:\"e mail\""},
  }));
}

TEST_CASE("names are compared whole") {
  check_understood(std::to_array<Understood>({
      {"tag:armenia", "tag:armenia"},
      {"Tag:Armenia", "tag:armenia"},
      {"#Armenia", "tag:armenia"},
      {"tag:#Armenia", "tag:armenia"},
      {"tag:\"## Armenia\"", "tag:armenia"},
      {"tag:\"Foreign  Policy\"", "tag:\"foreign policy\""},
      {"#\"foreign policy\"", "tag:\"foreign policy\""},
      {"tag:foreign-policy", "tag:foreign-policy"},
      {"#c# #a.b", "all(tag:c#, tag:a.b)"},
      {"tag:a OR tag:b", "any(tag:a, tag:b)"},
      {"author:\"Ani Petrosyan\"", "author:\"ani petrosyan\""},
      {"author:O'Brien", "author:o'brien"},
      {"source:wire section:World", "all(source:wire, section:world)"},
      {"lang:hy lang:en_US", "all(lang:hy, lang:en-us)"},
      {"id:https://example.org/A?b=c,d", "id:\"https://example.org/A?b=c,d\""},
      {"id:\"news/a b.txt\"", "id:\"news/a b.txt\""},
  }));
}

TEST_CASE("a date stands for all its days") {
  check_understood(std::to_array<Understood>({
      {"date:2024", "date:2024-01-01..2024-12-31"},
      {"date:2024-02", "date:2024-02-01..2024-02-29"},
      {"date:2024-3-5", "date:2024-03-05"},
      {"date:2024-03-01..2024-03-31", "date:2024-03-01..2024-03-31"},
      {"date:2023..2024-02", "date:2023-01-01..2024-02-29"},
      {"date:2024..", "date:2024-01-01.."},
      {"date:..2024", "date:..2024-12-31"},
      {"before:2024-03-01", "date:..2024-02-29"},
      {"before:2024", "date:..2023-12-31"},
      {"after:2024-02", "date:2024-03-01.."},
      {"after:2024-02-28", "date:2024-02-29.."},
  }));
}

TEST_CASE("since counts back from today") {
  check_understood(std::to_array<Understood>({
      {"since:0d", "date:2024-03-12.."},
      {"since:7d", "date:2024-03-05.."},
      {"since:2w", "date:2024-02-27.."},
      {"since:3m", "date:2023-12-12.."},
      {"since:1y", "date:2023-03-12.."},
      {"since:2024-03", "date:2024-03-01.."},
  }));
  const ParseOptions may{MatchMode::all, std::chrono::year{2023} / 5 / 31};
  CHECK(describe(std::get<QueryNode>(parse_query("since:3m", may))) == "date:2023-02-28..");
}

TEST_CASE("reads are compared or in a range") {
  check_understood(std::to_array<Understood>({
      {"reads:>100", "reads:101.."},
      {"reads:>=100", "reads:100.."},
      {"reads:<100", "reads:..99"},
      {"reads:<=100", "reads:..100"},
      {"reads:≥100", "reads:100.."},
      {"reads:≤100", "reads:..100"},
      {"reads:100..500", "reads:100..500"},
      {"reads:100..", "reads:100.."},
      {"reads:..500", "reads:..500"},
      {"reads:487", "reads:487"},
      {"reads:18446744073709551615", "reads:18446744073709551615"},
  }));
}

TEST_CASE("with MatchMode any one word is enough and filters stay required") {
  const auto any = [](std::string_view question) { return read_as(question, MatchMode::any); };
  CHECK(any("a b c") == "any(a, b, c)");
  CHECK(any("a b tag:c -d") == "all(any(a, b), tag:c, not(d))");
  CHECK(any("a AND b c") == "any(all(a, b), c)");
  CHECK(any("tag:a lang:b") == "all(tag:a, lang:b)");
  CHECK(any("(tag:a OR tag:b) c") == "all(c, any(tag:a, tag:b))");
  CHECK(any("a b OR c") == "any(any(a, b), c)");
}

TEST_CASE("each part knows where it stands") {
  const auto read = parse_query("a (b OR -c)", {});
  const auto& all = std::get<AllOf>(std::get<QueryNode>(read).meaning);
  CHECK(all.parts[0].where == Span{0, 1});
  CHECK(all.parts[1].where == Span{2, 11});
  const auto& any = std::get<AnyOf>(all.parts[1].meaning);
  CHECK(any.parts[1].where == Span{8, 10});
}

TEST_SUITE_END();

}  // namespace
}  // namespace newsline::test
