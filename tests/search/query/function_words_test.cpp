// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/search/query/function_words.h"

#include <doctest/doctest.h>

#include <set>
#include <sstream>
#include <string>

#include "common/text/fold.h"
#include "common/text/tokenizer.h"
#include "tests/search/query/questions.h"

namespace newsline {
namespace {

TEST_SUITE("unit") {
  TEST_CASE("the function words of a question's language weigh half") {
    test::check_understood(std::vector<test::Understood>{
        {"what is the cause of the war", "all(what^0.5, is^0.5, the^0.5, cause, of^0.5, the^0.5, war)"},
        {"was ist die Ursache", "all(was^0.5, ist, die^0.5, ursache)"},  // Dutch has two of them
        {"warum ist das so und wer ist schuld",
         "all(warum^0.5, ist^0.5, das^0.5, so^0.5, und^0.5, wer^0.5, ist^0.5, schuld)"},
        {"как и почему закрыли шлюз", "all(как^0.5, и^0.5, почему^0.5, закрыли, шлюз)"},
        {"რა არის ეს ხიდი", "all(რა^0.5, არის^0.5, ეს^0.5, ხიდი)"},
        {"title:(the fall of the dam)",
         "all(title:the^0.5, title:fall, title:of^0.5, title:the^0.5, title:dam)"},
    });
  }

  TEST_CASE("a word counts whole where it is no function word of the question") {
    test::check_understood(std::vector<test::Understood>{
        {"war in Iran", "all(war, in, iran)"},  // one English one, and two German ones, are they?
        {"the who", "all(the, who)"},           // nothing else
        {"the war", "all(the, war)"},           // one
        {"what is \"the\" =of", "all(what, is, =the, =of)"},  // what is quoted is asked for
        {"to be or not to be", "all(to, be, or, not, to, be)"},
    });
  }

  TEST_CASE("function words are words as an index has them") {
    Tokenizer tokenizer;
    for (const std::string_view language : function_words()) {
      REQUIRE(language.starts_with(' '));
      REQUIRE(language.ends_with(' '));
      std::istringstream words{std::string(language)};
      std::set<std::string> seen;
      for (std::string word; words >> word;) {
        CAPTURE(word);
        CHECK(fold(word) == word);
        CHECK(tokenizer.tokens(word).size() == 1);
        CHECK(seen.insert(word).second);
      }
      CHECK(seen.size() > 40);
    }
  }
}

}  // namespace
}  // namespace newsline
