// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/search/snippet/passage.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "tests/search/snippet/marked_up.h"

namespace newsline {
namespace {

std::string passage(std::string_view body, std::string_view question, std::size_t max_bytes) {
  Tokenizer tokenizer;
  return test::marked_up(best_passage(body, test::wanted(question), max_bytes, tokenizer));
}

TEST_SUITE("unit") {
  TEST_CASE("a body that fits is shown whole and on one line") {
    CHECK(passage("Rain fell.\n\n\tThe grain  was wet.\n", "grain", 80) == "Rain fell. The [grain] was wet.");
    CHECK(passage("", "grain", 80).empty());
    CHECK(passage(" \n\n ", "grain", 80).empty());
  }

  TEST_CASE("whole sentences are shown where they fit") {
    const std::string body = "One is here. Two is here. The grain is here. Four is here. Five is here.";
    CHECK(passage(body, "grain", 18) == "The [grain] is here.");
    CHECK(passage(body, "grain", 32) == "The [grain] is here. Four is here.");
    CHECK(passage(body, "five", 32) == "Four is here. [Five] is here.");
  }

  TEST_CASE("a sentence that does not fit is cut at words") {
    const std::string body = "alpha bravo charlie delta echo foxtrot golf hotel india juliet";
    CHECK(passage(body, "bravo", 20) == "alpha [bravo] charlie…");
    CHECK(passage(body, "india", 20) == "…hotel [india] juliet");
    CHECK(passage(body, "echo", 20) == "…delta [echo] foxtrot…");
    CHECK(passage(body, "zulu", 20) == "alpha bravo charlie…");
  }

  TEST_CASE("more distinct items go before weight and weight before the earlier place") {
    const std::string body = "aa aa aa.\nxx xx.\nbb.\ncc dd.\naa bb.";
    CHECK(passage(body, "aa bb", 8) == "[aa] [bb].");
    CHECK(passage(body, "bb cc", 3) == "[bb].");
    Tokenizer tokenizer;
    Wanted wanted = test::wanted("bb cc");
    wanted.items[1].weight = 2;
    CHECK(best_passage(body, wanted, 3, tokenizer).text == "cc…");
  }

  TEST_CASE("passages of any script are cut between words") {
    struct Row {
      std::string question;
      std::string body;
      std::size_t max_bytes;
      std::string passage;
    };
    const Row rows[] = {
        {"总理", "天气很好。亚美尼亚总理昨天访问了首都。", 50, "亚美尼亚[总理]昨天访问了首都。"},
        {"ข้าว", "เมื่อวานราคาข้าวสูงมากในตลาด", 40, "…ราคา[ข้าว]สูง…"},
        {"ինչ", "Անձրև էր։ Ի՞նչ եղավ քաղաքում։", 40, "[Ի՞նչ] եղավ քաղաքում։"},
        {"محمد", "هطل المطر. قال مُحَمَّد اليوم.", 40, "قال [مُحَمَّد] اليوم."},
        {"cafe\u0301", "It rained. The cafe\u0301 was full.", 20, "The [cafe\u0301] was full."},
        {"finance", "It rained. The ﬁnance was sound.", 24, "The [ﬁnance] was sound."},
        {"grain", "It rained. More about: #Grain #Wheat", 26, "More about: #[Grain] #Wheat"},
        {"obrien grain", "Mr O'Brien's grain and the grain's price", 20, "Mr O'Brien's [grain]…"},
    };
    for (const Row& row : rows) {
      CAPTURE(row.question);
      CHECK(passage(row.body, row.question, row.max_bytes) == row.passage);
    }
  }

  TEST_CASE("a phrase is shown where it stands as a phrase") {
    const std::string body = "The deal on grain failed. Nobody came. The grain deal was signed.";
    CHECK(passage(body, "\"grain deal\"", 30) == "The [grain deal] was signed.");
    CHECK(passage("The grain\n\ndeal was", "\"grain deal\"", 30) == "The [grain deal] was");
  }

  TEST_CASE("a phrase longer than a passage is marked as far as it is shown") {
    const std::string body = "It rained. Alpha bravo charlie delta echo foxtrot.";
    CHECK(passage(body, "\"alpha bravo charlie delta\"", 12) == "[Alpha bravo]…");
  }

  TEST_CASE("a word longer than a passage is cut between code points and not marked") {
    const std::string word = "яяяяяяяяяяяяяяяя";
    CHECK(passage(word, word, 7) == "яяя…");
    CHECK(passage(word, "absent", 7) == "яяя…");
    CHECK(passage("grain " + word + " rye", word, 7) == "grain…");
  }

  TEST_CASE("what cannot be shown at all leaves the ellipsis") {
    CHECK(passage("中国", "absent", 2) == "…");
    CHECK(passage("中国", "absent", 0) == "…");
  }

  TEST_CASE("a text without a word is shown from its beginning") {
    CHECK(passage("\n🎉🎉🎉 !!!", "grain", 80) == "🎉🎉🎉 !!!");
    CHECK(passage("🎉🎉🎉", "grain", 9) == "🎉🎉…");
    CHECK(passage("\u00A0🎉🎉🎉", "grain", 9) == "🎉🎉…");
  }

  TEST_CASE("control characters are blanks") {
    CHECK(passage("\x1bgrain\x07\u0085\u2028deal\x7f", "grain deal", 80) == "[grain] [deal]");
  }

  TEST_CASE("a question without words shows the beginning") {
    CHECK(passage("It rained. The grain was wet.", "tag:csto", 12) == "It rained.");
    CHECK(passage("It rained. The grain was wet.", "title:grain", 12) == "It rained.");
    CHECK(passage("It rained. The grain was wet.", "* -grain", 12) == "It rained.");
  }

  TEST_CASE("what stands beyond the part that is looked at is not found") {
    std::string body;
    while (body.size() < kMaxSnippetText - 10) body += "rye ";
    CHECK(passage(body + "grain barley", "grain", 12) == "…rye [grain]…");
    body += "rye rye rye rye ";
    CHECK(passage(body + "grain barley", "grain", 12) == "rye rye rye…");
  }

  TEST_CASE("a sentence that goes on in the next line is not shown as whole") {
    CHECK(passage("grain          \nrye barley", "grain", 7) == "[grain]…");
    CHECK(passage("barley rye\n          grain", "grain", 7) == "…[grain]");
  }

  TEST_CASE("half a word at the end of what is looked at is not taken for a word") {
    const std::string body = fmt::format("{:{}}grainfield", "", kMaxSnippetText - 5);
    CHECK(passage(body, "grain", 12) == "…");
  }
}

}  // namespace
}  // namespace newsline
