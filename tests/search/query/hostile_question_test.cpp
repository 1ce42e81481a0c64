// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <ctime>

#include "tests/search/query/questions.h"
#include "tests/support/cpu_limit.h"
#include "tests/text/random_text.h"

namespace newsline::test {
namespace {

std::string repeated(std::string_view piece, std::size_t times) {
  std::string text;
  for (std::size_t i = 0; i < times; ++i) text += piece;
  return text;
}

/// Elements and signs of the language in any order, most of which mean nothing together.
std::string token_soup(RandomText& random) {
  constexpr std::array<std::string_view, 44> kPieces{
      "a",        "war",      "和平",   "Ի՞նչ", "สงคราม", "1,487",   "e-mail", "\"",      "\"a b\"",
      "“",        "”",        "(",      ")",    "-",      "–",       "*",      "ar*",     "=",
      "#",        "#tag",     " ",      " ",    " ",      " ",       " OR ",   " AND ",   " NOT ",
      " NEAR ",   " NEAR/5 ", "NEAR/0", "tag:", "title:", "title:(", "date:",  "2024-03", "..",
      "since:7d", "reads:>",  "100",    "id:",  ",",      "?",       "'",      "\\"};
  std::string soup;
  for (std::size_t count = random.below(30); count > 0; --count)
    soup += kPieces[random.below(kPieces.size())];
  return soup;
}

/// Every promise about a question that is read or refused.
void check_promises(std::string_view question) {
  for (const MatchMode match : {MatchMode::all, MatchMode::any}) {
    const auto read = parse_query(question, {match, kToday});
    if (const auto* const mistake = std::get_if<Mistake>(&read)) {
      CHECK(mistake->where.begin <= mistake->where.end);
      CHECK(mistake->where.end <= question.size());
      CHECK_FALSE(mistake->message.empty());
      CHECK(point_at(question, mistake->where).ends_with('^'));
    } else {
      CHECK_FALSE(describe(std::get<QueryNode>(read)).empty());
    }
  }
}

/// Processor time in milliseconds; the least of three, since other programs take the caches.
double milliseconds_to_read(std::string_view question) {
  double least = 1e9;
  for (int turn = 0; turn < 3; ++turn) {
    const std::clock_t begin = std::clock();
    const auto read = parse_query(question, {MatchMode::all, kToday});
    const std::clock_t end = std::clock();
    CHECK(read.index() < 2);
    least = std::min(least, 1000.0 * static_cast<double>(end - begin) / CLOCKS_PER_SEC);
  }
  return least;
}

TEST_SUITE_BEGIN("property");

TEST_CASE("any bytes are read or refused with a place inside") {
  const auto seed = run_seed();
  CAPTURE(seed);
  RandomText random(seed);
  for (int i = 0; i < 3000; ++i) {
    check_promises(random.bytes(200));
    check_promises(random.text(60));
    check_promises(random.ascii(60));
  }
}

TEST_CASE("any soup of signs is read or refused with a place inside") {
  const auto seed = run_seed();
  CAPTURE(seed);
  RandomText random(seed);
  for (int i = 0; i < 20000; ++i) {
    const std::string soup = token_soup(random);
    CAPTURE(soup);
    check_promises(soup);
  }
}

TEST_CASE("a hostile question is read or refused within ten milliseconds") {
  using namespace std::string_literals;
  const std::array<std::string, 16> hostile{repeated("word ", 10'000),
                                            repeated("(", 100'000),
                                            repeated("(", 2000) + repeated(")", 2000),
                                            std::string(1 << 20, 'a'),
                                            repeated("\"", 5000),
                                            repeated("\"", 4000),
                                            "a\0b"s,
                                            "\xff\xfe\x80",
                                            "x..y",
                                            repeated("NOT ", 1000),
                                            repeated("-", 4096),
                                            repeated("a OR ", 800) + "a",
                                            repeated("a NEAR/5 ", 400) + "a",
                                            repeated("和平", 600),
                                            repeated("สงคราม", 200),
                                            repeated("a,", 2000)};
  for (const std::string& question : hostile) {
    CAPTURE(question.substr(0, 20));
    check_promises(question);
    CHECK(milliseconds_to_read(question) < 10 * kSanitizerFactor);
  }
}

TEST_CASE("a question beyond a limit is refused with the limit") {
  const auto wide = [](std::size_t words) { return repeated("w ", words); };
  CHECK(read_as(wide(kMaxQueryLeaves)).starts_with("all("));
  CHECK(read_as(wide(kMaxQueryLeaves + 1)) ==
        "mistake at 512: the question asks for more than 256 words and names");
  const auto deep = [](std::size_t levels) { return repeated("(", levels) + "a" + repeated(")", levels); };
  CHECK(read_as(deep(kMaxQueryDepth)) == "a");
  CHECK(read_as(deep(kMaxQueryDepth + 1)) == "mistake at 32: brackets and NOT stand more than 32 deep");
  const auto phrase = [](std::size_t words) { return '"' + repeated("w ", words) + '"'; };
  CHECK(read_as(phrase(kMaxPhraseForms)).starts_with("\"w w"));
  CHECK(read_as(phrase(kMaxPhraseForms + 1)) == "mistake at 0: the phrase has 65 words; 64 are allowed");
  CHECK(read_as(std::string(kMaxQueryBytes, 'a')) == std::string(kMaxQueryBytes, 'a'));
  CHECK(read_as(std::string(kMaxQueryBytes + 1, 'a')) ==
        "mistake at 4096: the question has 4097 bytes; 4096 are allowed");
}

TEST_CASE("bytes that are no text are refused") {
  using namespace std::string_view_literals;
  CHECK(read_as("a\0b"sv) == "mistake at 1: a control character stands in the question");
  CHECK(read_as("a\x1b[31m") == "mistake at 1: a control character stands in the question");
  CHECK(read_as("a\xff") == "mistake at 0: the question is not UTF-8 text");
}

TEST_CASE("a described element is a question that asks for the same") {
  for (const std::string_view element : {"war",
                                         "\"sea port\"",
                                         "=war",
                                         "title:war",
                                         "title:\"sea port\"",
                                         "title:=war",
                                         "ar*",
                                         "title:ar*",
                                         "*",
                                         "tag:armenia",
                                         "tag:\"foreign policy\"",
                                         "tag:\"a,b\"",
                                         "tag:\"who?\"",
                                         "tag:\"armen*\"",
                                         "tag:\"-a\"",
                                         "tag:\"'a b'\"",
                                         "author:\"o'brien\"",
                                         "id:\"a b\"",
                                         "id:https://x.org/?a,b",
                                         "date:2024-03",
                                         "date:2024..",
                                         "date:..2024",
                                         "since:7d",
                                         "reads:>5",
                                         "reads:..5",
                                         "reads:5",
                                         "e-mail",
                                         "1,487"}) {
    const std::string once = read_as(element);
    CAPTURE(element);
    CHECK(read_as(once) == once);
  }
}

TEST_SUITE_END();

}  // namespace
}  // namespace newsline::test
