// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include <string>

#include "common/article/page/lines.h"
#include "tests/article/summary.h"

namespace {

using newsline::is_invitation;
using newsline::is_news_line;
using newsline::test::summary_of_page;

const std::string kText = "The mayor of Arnavan opened a bridge over the Tsolak.";
const std::string kHead = "Bridge opens\n\n12 March 2024\n\n";
const std::string kSeen = "T<Bridge opens> D<2024-03-12> B<" + kText + ">";

TEST_SUITE("unit") {
  TEST_CASE("News Line ends the article in each language of the pages") {
    for (const std::string heading :
         {"News Line", "NEWS LINE", "Newsline", "News feed", "Лента новостей", "Լրահոս", "სიახლეების ლენტი",
          "Xəbər lenti", "Haber akışı", "HABER AKIŞI", "شريط الأخبار", "新闻专线", "滚动新闻", "สายข่าว",
          "Newsticker", "\u00A0 News\u00A0Line\u00A0", "News Line:"}) {
      INFO(heading);
      CHECK(is_news_line(heading));
      CHECK(summary_of_page(kHead + kText + "\n\n" + heading + "\n\n10:15 Rain\nTotal: 12\n#weather") ==
            kSeen);
      CHECK(summary_of_page(kHead + kText + "\n" + heading) == kSeen);
    }
  }

  TEST_CASE("News Line at the top of a page is a heading of the site") {
    CHECK(summary_of_page("News Line\n\n" + kHead + kText) == kSeen);
  }

  TEST_CASE("News Line in a sentence is text") {
    const std::string sentence = "The news line of the agency was silent.";
    CHECK_FALSE(is_news_line(sentence));
    CHECK(summary_of_page(kHead + kText + "\n\n" + sentence) ==
          "T<Bridge opens> D<2024-03-12> B<" + kText + "//" + sentence + ">");
  }

  TEST_CASE("lines that only invite are no text in each language of the pages") {
    for (const std::string line : {"Share",
                                   "Print",
                                   "Share on Facebook",
                                   "Share | Print | E-mail",
                                   "Facebook Twitter Telegram",
                                   "Facebook | VK | WhatsApp",
                                   "Subscribe to our newsletter",
                                   "Follow us on Facebook.",
                                   "Read more…",
                                   "Read more >",
                                   "Поделиться",
                                   "Распечатать",
                                   "Подписывайтесь на наш канал",
                                   "Կիսվել",
                                   "Տպել",
                                   "გაზიარება",
                                   "ბეჭდვა",
                                   "Paylaş",
                                   "Çap et",
                                   "Yazdır",
                                   "Abone ol",
                                   "شارك",
                                   "طباعة",
                                   "分享",
                                   "打印",
                                   "แชร์",
                                   "พิมพ์",
                                   "Teilen",
                                   "Drucken",
                                   "Newsletter abonnieren"}) {
      INFO(line);
      CHECK(is_invitation(line));
      CHECK(summary_of_page(kHead + line + "\n\n" + kText) == kSeen);
      CHECK(summary_of_page(kHead + kText + "\n\n" + line) == kSeen);
      CHECK(summary_of_page(kHead + kText + "\n" + line + "\n") == kSeen);
    }
  }

  TEST_CASE("a line that says more than an invitation is text") {
    for (const std::string line : {"Share prices fell.", "Print is dead", "Facebook fell 3 per cent", "",
                                   "Read more books", "Twitter sued Meta"}) {
      INFO(line);
      CHECK_FALSE(is_invitation(line));
    }
  }

  TEST_CASE("the end of a sentence that was wrapped is text though it reads like furniture") {
    const std::string wrapped = "In 1986 the company earned 76 mln dlrs or 77 cents a";
    for (const std::string end : {"share.", "share", "tweet.", "print.", "newsline.", "news line"}) {
      INFO(end);
      CHECK(summary_of_page(kHead + kText + "\n\n" + wrapped + "\n" + end + "\n\nNews Line\n") ==
            "T<Bridge opens> D<2024-03-12> B<" + kText + "//" + wrapped + "/" + end + ">");
    }
    CHECK(summary_of_page(kHead + kText + "\n\nIt paid 77 cents per U.S.\nshare.") ==
          "T<Bridge opens> D<2024-03-12> B<" + kText + "//It paid 77 cents per U.S./share.>");
  }

  TEST_CASE("a sentence about views at the end is text") {
    CHECK(summary_of_page(kHead + kText + "\n\nThe video had\n1,487 views.") ==
          "T<Bridge opens> D<2024-03-12> B<" + kText + "//The video had/1,487 views.>");
  }

  TEST_CASE("buttons below each other below the tags are furniture") {
    CHECK(summary_of_page(kHead + kText + "\n\nMore about: #Arnavan\nShare\nprint\nFacebook\nNews Line\nx") ==
          "T<Bridge opens> D<2024-03-12> K<Arnavan> B<" + kText + ">");
  }
}

}  // namespace
