// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include <array>

#include "tests/search/query/questions.h"

namespace newsline::test {
namespace {

TEST_SUITE_BEGIN("unit");

TEST_CASE("an operator without its words is refused") {
  check_refused(std::to_array<Refused>({
      {"AND", "nothing stands before AND", 1, "in quotes"},
      {"OR", "nothing stands before OR", 1, "in quotes"},
      {"NOT", "nothing stands behind NOT", 1, "a word behind it"},
      {"NEAR", "nothing stands before NEAR", 1, "in quotes"},
      {"NEAR/5", "nothing stands before NEAR/5", 1, "in quotes"},
      {"a OR", "nothing stands behind OR", 3, "both sides"},
      {"OR a", "nothing stands before OR", 1, "both sides"},
      {"a AND", "nothing stands behind AND", 3, "both sides"},
      {"a AND OR b", "nothing stands behind AND", 3, "both sides"},
      {"a OR OR b", "nothing stands behind OR", 3, "both sides"},
      {"a NOT", "nothing stands behind NOT", 3, "a word behind it"},
      {"a NEAR", "nothing stands behind NEAR", 3, "both sides"},
      {"a NEAR/5 NEAR/5 b", "nothing stands behind NEAR/5", 3, "both sides"},
      {"(a OR) b", "nothing stands behind OR", 4, "both sides"},
  }));
}

TEST_CASE("a sign that stands alone is refused") {
  check_refused(std::to_array<Refused>({
      {"", "the question is empty", 1, "*"},
      {"  ", "the question is empty", 3, "*"},
      {"-", "a dash stands alone", 1, "-word"},
      {"- war", "a dash stands alone", 1, "-word"},
      {"peace - war", "a dash stands alone", 7, "-word"},
      {"—", "a dash stands alone", 1, "leave the dash out"},
      {"--war", "two minus signs stand together", 1, "one minus sign"},
      {"\"a\"-b", "a minus sign touches what stands before it", 4, "a blank before it"},
      {"(a)-(b)", "a minus sign touches what stands before it", 4, "a blank before it"},
      {"a-\"b\"", "a minus sign touches what stands before it", 2, "a blank before it"},
      {"-OR", "a minus sign stands before the operator", 2, "in quotes"},
      {"#", "nothing stands directly behind \"#\"", 2, "without a blank"},
      {"# armenia", "nothing stands directly behind \"#\"", 2, "without a blank"},
      {"= word", "nothing stands directly behind \"=\"", 2, "without a blank"},
      {"tag:", "nothing stands directly behind \"tag:\"", 5, "without a blank"},
      {"tag: armenia", "nothing stands directly behind \"tag:\"", 5, "without a blank"},
      {"title:", "nothing stands directly behind \"title:\"", 7, "without a blank"},
      {"title:=", "nothing stands directly behind \"title:\"", 7, "without a blank"},
      {"&", "\"&\" has no letter or digit", 1, "leave it out"},
      {"a / b", "\"/\" has no letter or digit", 3, "leave it out"},
      {"?", "\"?\" has no letter or digit", 1, "write a word"},
      {"...", "full stops stand alone", 1, "leave them out"},
  }));
}

TEST_CASE("brackets and quotes must be closed") {
  check_refused(std::to_array<Refused>({
      {"(a b", "the bracket is not closed", 1, "write )"},
      {"a OR (b OR (c", "the bracket is not closed", 12, "write )"},
      {"a)", "a bracket closes that was not opened", 2, "write ("},
      {")", "a bracket closes that was not opened", 1, "write ("},
      {"(a OR b))", "a bracket closes that was not opened", 9, "write ("},
      {"()", "the brackets are empty", 1, "words between"},
      {"a ( )", "the brackets are empty", 3, "words between"},
      {"title:()", "the brackets are empty", 7, "words between"},
      {"-(a", "the bracket is not closed", 2, "write )"},
      {"\"a b", "the quote is not closed", 1, "write \""},
      {"a \"b c\" \"d", "the quote is not closed", 9, "write \""},
      {"Айвз «мир", "the quote is not closed", 6, "write \""},
      {"\"\"", "there is no word between the quotes", 1, "leave the quotes out"},
      {"\"...\"", "there is no word between the quotes", 1, "leave the quotes out"},
      {"\"a \"b\" c\"", "a quote begins inside a quote", 4, "close the first one"},
  }));
}

TEST_CASE("a star elsewhere than at the end of a word is refused") {
  check_refused(std::to_array<Refused>({
      {"a*", "too many words begin so", 1, "2 letters"},
      {"ar*en", "* stands within \"ar*en\"", 1, "armen*"},
      {"*war", "* stands within \"*war\"", 1, "armen*"},
      {"\"prime min*\"", "* stands in a phrase", 1, "whole words"},
      {"\"prime\"*", "* touches a phrase or a bracket", 8, "ends a word"},
      {"(a)*", "* touches a phrase or a bracket", 4, "ends a word"},
      {"=armen*", "= asks for one word exactly, and * for many", 2, "one of them"},
      {"title:*", "* has no letters before it", 7, "title:armen*"},
      {"e-mai*", "\"e-mai\" is several words", 1, "\"e\" mai*"},
      {"tag:armen*", "names are compared whole", 5, "the whole name"},
      {"#armen＊", "names are compared whole", 2, "the whole name"},
  }));
}

TEST_CASE("NEAR between anything but single words is refused") {
  check_refused(std::to_array<Refused>({
      {"prime near/5 minister", "operators are written in capital letters", 7, "NEAR/5"},
      {"prime NEAR/0 minister", "\"NEAR/0\" has no distance", 7, "NEAR/5"},
      {"prime NEAR/100 minister", "\"NEAR/100\" has no distance", 7, "NEAR/5"},
      {"prime NEAR/ minister", "\"NEAR/\" has no distance", 7, "NEAR/5"},
      {"prime NEAR/x minister", "\"NEAR/x\" has no distance", 7, "NEAR/5"},
      {"\"a b\" NEAR/5 c", "NEAR/5 stands beside something that is not", 1, "between words"},
      {"a NEAR/5 (b OR c)", "NEAR/5 stands beside something that is not", 10, "between words"},
      {"a NEAR/5 tag:b", "NEAR/5 stands beside something that is not", 10, "between words"},
      {"a NEAR/5 b NEAR/6 c", "one chain of NEAR has two distances", 12, "the same distance"},
      {"a NEAR /5 b", "a blank stands within NEAR", 8, "NEAR/5"},
      {"a NEAR5 b", "\"NEAR5\" is not an operator", 3, "NEAR/5"},
      {"a w/5 b", "\"w/5\" is not an operator", 3, "NEAR/5"},
      {"title:a NEAR b", "NEAR joins a word of the title", 14, "title:("},
  }));
}

TEST_CASE("a field must exist and have a value of its kind") {
  check_refused(std::to_array<Refused>({
      {"tags:armenia", "there is no field \"tags\"", 1, "title, tag, author"},
      {"Putin: the war", "there is no field \"Putin\"", 1, "into quotes"},
      {"https://example.org/a", "a web address is not a word", 1, "id:"},
      {"id:https://example.org/a(b)", "a blank is missing behind", 25, "in quotes"},
      {"tag:(a OR b)", "a bracket stands behind \"tag:\"", 5, "only title: takes brackets"},
      {"tag:-armenia", "a minus sign stands behind \"tag:\"", 5, "-tag:name"},
      {"title:-armenia", "a minus sign stands behind title:", 7, "-title:word"},
      {"title:tag:a", "a field stands behind title:", 7, "one of them"},
      {"title:(a tag:b)", "a field stands within title:( )", 10, "close the bracket"},
      {"tag :a", "a blank stands before the colon", 5, "tag:"},
      {"tag : a", "a blank stands before the colon", 5, "tag:"},
      {"=tag:a", "= stands before a field", 2, "title:=word"},
      {"tag:a,b", "a comma stands in the name", 5, "tag:a tag:b"},
      {"title:a,b", "a comma stands behind title:", 7, "title:(a b)"},
      {"=a,b", "a comma stands in the word", 2, "=a =b"},
      {"tag:\"a\"b", "a blank is missing behind \"a\"", 8, "in quotes"},
      {"tag:'foreign policy'", "single quotes do not make a phrase", 5, "double quotes"},
      {"id:\"a\nb\"", "a tab or a line end stands in the name", 4, "on one line"},
      {"##", "the name is empty", 2, "after the colon"},
      {"tag:\"\"", "the name is empty", 5, "after the colon"},
  }));
}

TEST_CASE("a date must be one") {
  check_refused(std::to_array<Refused>({
      {"date:2024-02-30", "\"2024-02-30\" is not a date", 6, "2024-03-12"},
      {"date:2024-13", "\"2024-13\" is not a date", 6, "2024-03-12"},
      {"date:0000", "\"0000\" is not a date", 6, "2024-03-12"},
      {"date:12.03.2024", "\"12.03.2024\" is not a date", 6, "2024-03-12"},
      {"date:march", "\"march\" is not a date", 6, "2024-03-12"},
      {"date:>2024-03-01", "\">2024-03-01\" is not a date", 6, "after:"},
      {"date:2024-03-01–2024-03-31", "\"2024-03-01-2024-03-31\" is not a date", 6, "2024-03-01..2024-03-31"},
      {"date:..", "the range has no date", 6, "date:2024.."},
      {"date:2024-03-31..2024-03-01", "the range", 6, "the earlier date first"},
      {"date:2024-03-01 .. 2024-03-31", "full stops stand alone", 17, "without blanks"},
      {"date:2024-03-01.. 2024-03-31", "a blank stands in the range", 18, "date:2024-03-01..2024-03-31"},
      {"date:2024-03-01 ..2024-03-31", "a range has no beginning", 17, "without blanks"},
      {"2024-03..2024-05", "a range stands without a field", 1, "date:"},
      {"since:7days", "\"7days\" is not a time to count from", 7, "since:7d"},
      {"since:9999y", "\"9999y\" ago is before the year 1", 7, "fewer"},
      {"before:0001-01-01", "no day comes before", 8, "2024-03-12"},
      {"after:9999", "no day comes after", 7, "2024-03-12"},
  }));
}

TEST_CASE("a number of reads must be one") {
  check_refused(std::to_array<Refused>({
      {"reads:many", "\"many\" is not a number of reads", 7, "reads:>100"},
      {"reads:1,487", "\"1,487\" is not a number of reads", 7, "reads:487"},
      {"reads:-5", "\"-5\" is not a number of reads", 7, "reads:>100"},
      {"reads:> 100", "\">\" is not a number of reads", 7, "reads:>100"},
      {"reads:..", "\"..\" is not a number of reads", 7, "reads:>100"},
      {"reads:<0", "no article can have \"<0\" reads", 7, "reads:>100"},
      {"reads:500..100", "the range \"500..100\" ends before it begins", 7, "smaller number"},
      {"reads:100.. 500", "a blank stands in the range", 12, "reads:100..500"},
      {"reads:18446744073709551616", "\"18446744073709551616\" is not a number", 7, "reads:>100"},
      {"reads>100", "a colon is missing behind the field", 1, "reads:>100"},
  }));
}

TEST_CASE("signs of other query languages are refused with ours") {
  check_refused(std::to_array<Refused>({
      {"a || b", "\"|\" is not an operator", 3, "OR"},
      {"a|b", "\"|\" is not an operator", 1, "OR"},
      {"a && b", "\"&&\" is not an operator", 3, "AND"},
      {"!war", "\"!\" is not an operator", 1, "-word"},
      {"+war", "\"+\" is not an operator", 1, "leave it out"},
      {"dam~*", "~ asks for spellings of a whole word", 1, "one of them"},
      {"wars~2", "a number stands behind \"~\"", 1, "word~"},
      {"war^2", "\"^\" is not an operator", 1, "weights"},
      {"w?r", "\"?\" does not stand for a letter", 1, "armen*"},
      {"\\\"a b\\\"", "a backslash stands before a quote", 1, "single quotes"},
      {"'foreign policy'", "single quotes do not make a phrase", 1, "double quotes"},
  }));
}

TEST_SUITE_END();

}  // namespace
}  // namespace newsline::test
