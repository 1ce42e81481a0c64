// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "common/search/query/parse_query.h"

namespace newsline {
namespace {

TEST_SUITE_BEGIN("unit");

std::string plain(std::string_view text, MatchMode match = MatchMode::all) {
  const auto read = plain_query(text, {.match = match});
  const auto* const tree = std::get_if<QueryNode>(&read);
  return tree != nullptr ? describe(*tree) : std::get<Mistake>(read).message;
}

TEST_CASE("a plain question is nothing but words") {
  CHECK(plain("war") == "war");
  CHECK(plain("the \"war\" -peace") == "all(the, war, peace)");
  CHECK(plain("a OR (b") == "all(a^0.5, or, b)");
  CHECK(plain("tag:armenia #b c*") == "all(tag, armenia, b, c)");
  CHECK(plain("e-mail") == "all(e, mail)");
  CHECK(plain("a b", MatchMode::any) == "any(a, b)");
}

TEST_CASE("a plain question that repeats a word says how often") {
  CHECK(plain("dam water dam Dam") == "all(dam^3, water)");
}

TEST_CASE("a plain question without a word is refused") {
  CHECK(plain("") == "there is no word in the question");
  CHECK(plain("?! ...") == "there is no word in the question");
}

TEST_CASE("a plain question keeps its first distinct words") {
  std::string text;
  for (std::size_t word = 0; word < kMaxPlainForms + 50; ++word) text += "w" + std::to_string(word) + " ";
  const auto read = plain_query(text + "w0", {});
  const auto& words = std::get<AllOf>(std::get<QueryNode>(read).meaning).parts;
  REQUIRE(words.size() == kMaxPlainForms);
  CHECK(describe(words.front()) == "w0^2");
  CHECK(describe(words.back()) == "w" + std::to_string(kMaxPlainForms - 1));
}

TEST_SUITE_END();

}  // namespace
}  // namespace newsline
