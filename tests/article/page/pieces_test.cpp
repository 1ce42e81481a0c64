// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/article/page/pieces.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace {

using Pieces = std::vector<std::string>;

Pieces parts(std::string_view line) {
  const auto views = newsline::separated_parts(line);
  return {views.begin(), views.end()};
}

Pieces words(std::string_view line) {
  const auto views = newsline::page_words_of(line);
  return {views.begin(), views.end()};
}

TEST_SUITE("unit") {
  TEST_CASE("parts of a line are kept apart by marks and by gaps") {
    CHECK(parts("12 March 2024 | Read: 487") == Pieces{"12 March 2024", "Read: 487"});
    CHECK(parts("a|b•c·d") == Pieces{"a", "b", "c", "d"});
    CHECK(parts("a - b – c — d / e") == Pieces{"a", "b", "c", "d", "e"});
    CHECK(parts("well-known and/or -5 - ") == Pieces{"well-known and/or -5"});
    CHECK(parts("a  b\tc\u00A0 d e") == Pieces{"a", "b", "c", "d e"});
    CHECK(parts(" | ").empty());
  }

  TEST_CASE("words stand between white space and punctuation") {
    CHECK(words("Read: 1,487 (today)") == Pieces{"Read", "1", "487", "today"});
    CHECK(words("a.m. Telegram-канал rock'n'roll.") == Pieces{"a.m", "Telegram-канал", "rock'n'roll"});
    CHECK(words("Դիտում՝ 5։") == Pieces{"Դիտում", "5"});
    CHECK(words("发布：今天，") == Pieces{"发布", "今天"});
    CHECK(words(" - : ").empty());
  }

  TEST_CASE("a colon has three forms") {
    CHECK(newsline::colon_at_end("Tags:") == 1);
    CHECK(newsline::colon_at_end("标签：") == 3);
    CHECK(newsline::colon_at_end("Թեգեր՝") == 2);
    CHECK(newsline::colon_at_end("Tags") == 0);
  }

  TEST_CASE("small letters are told from capitals and from scripts that have none") {
    for (const char* text : {"share", "élan", "поделиться", "կիսվել", "άλφα", "ı"}) {
      INFO(std::string(text));
      CHECK(newsline::starts_in_lower_case(text));
    }
    for (const char* text :
         {"Share", "Élan", "Поделиться", "Կիսվել", "", "5", "გაზიარება", "شارك", "分享", "#a"}) {
      INFO(std::string(text));
      CHECK_FALSE(newsline::starts_in_lower_case(text));
    }
  }

  TEST_CASE("a sentence ends in its mark with quotes and brackets behind it") {
    for (const char* text : {"So.", "So!", "\"So?\"", "(So.)", "«So…»", "Այո։", "好。", "نعم؟", "So:"}) {
      INFO(std::string(text));
      CHECK(newsline::ends_a_sentence(text));
    }
    for (const char* text : {"", "so", "\"so\"", "so,", "76 mln dlrs or 77 cents a"}) {
      INFO(std::string(text));
      CHECK_FALSE(newsline::ends_a_sentence(text));
    }
  }
}

}  // namespace
