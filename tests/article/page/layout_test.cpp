// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include <string>

#include "common/article/page/reader.h"
#include "tests/article/summary.h"

namespace {

using newsline::test::summary_of_page;

struct Row {
  const char* name;
  std::string page;
  std::string expected;
};

void check(const Row& row) {
  INFO(std::string(row.name));
  CHECK(summary_of_page(row.page) == row.expected);
}

const std::string kFirst = "The mayor of Arnavan opened a bridge over the Tsolak on Tuesday.";
const std::string kSecond = "\"It took nine years,\" she said.";
const std::string kWhole =
    "T<Bridge opens in Arnavan> D<2024-03-12> R<487> K<Arnavan;bridges> B<" + kFirst + "//" + kSecond + ">";

std::string replaced(std::string text, std::string_view what, std::string_view by) {
  for (std::size_t at = 0; (at = text.find(what, at)) != std::string::npos; at += by.size()) {
    text.replace(at, what.size(), by);
  }
  return text;
}

/// The layout that scraped pages have.
const std::string kReference =
    "Bridge opens\u00A0in Arnavan\u00A0\n\n\u00A0 12 March 2024\u00A0\u00A0 \u00A0Read: 487\n"
    "  Bridge opens\u00A0in Arnavan\u00A0\n\n" +
    kFirst + "\n\n" + kSecond + "\n\n\nMore about: #Arnavan \u00A0 #bridges \u00A0\n\n\nNews Line";

TEST_SUITE("unit") {
  TEST_CASE("a scraped page comes apart into its fields") {
    check({"as scraped", kReference, kWhole});
    check({"CRLF", replaced(kReference, "\n", "\r\n"), kWhole});
    check({"CR", replaced(kReference, "\n", "\r"), kWhole});
    check({"plain blanks", replaced(kReference, "\u00A0", " "), kWhole});
    check({"no blank lines in the header", replaced(kReference, "\u00A0\n\n", "\n"), kWhole});
    check({"a byte order mark", "\uFEFF" + kReference, kWhole});
    check({"a line end behind all", kReference + "\n", kWhole});
    check({"other news below", kReference + "\n\n10:15 Rain expected\n10:05 #weather", kWhole});
  }

  TEST_CASE("parts of a page may be missing") {
    const std::string body = " B<" + kFirst + "//" + kSecond + ">";
    const std::string text = kFirst + "\n\n" + kSecond + "\n";
    const Row rows[] = {
        {"title and text", "Bridge opens\n\n" + text, "T<Bridge opens>" + body},
        {"no counter", "Bridge opens\n\n12 March 2024\n\n" + text, "T<Bridge opens> D<2024-03-12>" + body},
        {"no date", "Bridge opens\n\nRead: 487\n\n" + text, "T<Bridge opens> R<487>" + body},
        {"title not repeated", "Bridge opens\n12 March 2024 Read: 487\n\n" + text,
         "T<Bridge opens> D<2024-03-12> R<487>" + body},
        {"no text", "Bridge opens\n\n12 March 2024  Read: 487\nBridge opens\n\nMore about: #Arnavan\n",
         "T<Bridge opens> D<2024-03-12> R<487> K<Arnavan>"},
        {"title only", "Bridge opens", "T<Bridge opens>"},
        {"title only among blank lines", "\n\u00A0\n  Bridge opens \n\n", "T<Bridge opens>"},
        {"label without tags", "Bridge opens\n\n" + text + "\nMore about: \n\nNews Line\n",
         "T<Bridge opens>" + body},
    };
    for (const Row& row : rows) check(row);
  }

  TEST_CASE("a page of which nothing is left is rejected") {
    for (const char* page : {"", " ", "\n\n\u00A0\n", "News Line", "\uFEFF", "Share\nPrint\n"}) {
      INFO(std::string(page));
      CHECK(summary_of_page(page) == "rejected: the page has neither title nor text");
    }
  }

  TEST_CASE("parts of a page may stand in another order") {
    const std::string text = kFirst + "\n\n" + kSecond + "\n";
    const Row rows[] = {
        {"date above the title",
         "12 March 2024  Read: 487\nBridge opens in Arnavan\n\n" + text + "\nMore about: #Arnavan #bridges\n",
         kWhole},
        {"counter before the date",
         "Bridge opens in Arnavan\nRead: 487  12 March 2024\n\n" + text + "\nMore about: #Arnavan #bridges\n",
         kWhole},
        {"counter on a line of its own",
         "Bridge opens in Arnavan\nRead: 487\n12 March 2024\n\n" + text + "\nMore about: #Arnavan #bridges\n",
         kWhole},
        {"tags above the text",
         "Bridge opens in Arnavan\n12 March 2024 | Read: 487\n#Arnavan #bridges\n\n" + text, kWhole},
        {"tags above the title",
         "#Arnavan #bridges\nBridge opens in Arnavan\n12 March 2024 | Read: 487\n\n" + text, kWhole},
        {"date and counter below the text",
         "Bridge opens in Arnavan\n\n" + text + "\n12 March 2024\nRead: 487\n\n#Arnavan #bridges\n", kWhole},
        {"tags on two lines",
         "Bridge opens in Arnavan\n12 March 2024 | Read: 487\n\n" + text +
             "\nMore about: #Arnavan\n#bridges\n",
         kWhole},
    };
    for (const Row& row : rows) check(row);
  }

  TEST_CASE("the title is kept once") {
    const std::string title = "T<Bridge opens in Arnavan> D<2024-03-12>";
    const std::string text = "\n\n" + kFirst;
    const std::string body = " B<" + kFirst + ">";
    const Row rows[] = {
        {"above the date", "Bridge opens in Arnavan\n\nBridge opens in Arnavan\n12 March 2024" + text,
         title + body},
        {"with other white space",
         "Bridge opens in Arnavan\n12 March 2024\n\tBridge  opens\u00A0in\u2009Arnavan \u200B" + text,
         title + body},
        {"three times",
         "Bridge opens in Arnavan\nBridge opens in Arnavan\n12 March 2024\n"
         "Bridge opens in Arnavan" +
             text,
         title + body},
        {"not where it only begins alike", "Bridge opens\n12 March 2024\nBridge opens in Arnavan" + text,
         "T<Bridge opens> D<2024-03-12> B<Bridge opens in Arnavan//" + kFirst + ">"},
        {"and said by the text, it stays", "Yes\n12 March 2024\nYes\n\nWill it hold?\n\nYes\n\nSure.",
         "T<Yes> D<2024-03-12> B<Will it hold?//Yes//Sure.>"},
    };
    for (const Row& row : rows) check(row);
  }

  TEST_CASE("a first line that is a paragraph is no title") {
    std::string paragraph = "Nobody expected";
    while (paragraph.size() < 400) paragraph += " the bridge to hold";
    CHECK(summary_of_page(paragraph + ".\n\n" + kFirst) == "B<" + paragraph + ".//" + kFirst + ">");
  }

  TEST_CASE("a headline may hold a date a number and a hash") {
    for (const std::string title :
         {"What happened on 12 March 2024 in Arnavan", "12 March 2024: the day the bridge fell",
          "Why #bridges matter to 487 people", "Read: 5 books for the spring", "100 views of Arnavan"}) {
      INFO(title);
      CHECK(summary_of_page(title + "\n\n12 May 2024  Read: 3\n" + title + "\n\n" + kFirst) ==
            "T<" + title + "> D<2024-05-12> R<3> B<" + kFirst + ">");
    }
  }

  TEST_CASE("a text may mention dates and counters and begin with a tag") {
    const std::string head = "Bridge opens\n\n12 March 2024 Read: 487\nBridge opens\n\n";
    for (const std::string line :
         {"On 5 May 2021 the old one fell.", "5 May 2021", "#bridges are not the only ones to need money.",
          "Read: 12 of them hold.", "He was number #7 in the list.", "In C# a bridge is a pattern."}) {
      INFO(line);
      CHECK(summary_of_page(head + line + "\n\n" + kFirst) ==
            "T<Bridge opens> D<2024-03-12> R<487> B<" + line + "//" + kFirst + ">");
      CHECK(summary_of_page(head + kFirst + "\n\n" + line + "\n\n" + kSecond) ==
            "T<Bridge opens> D<2024-03-12> R<487> B<" + kFirst + "//" + line + "//" + kSecond + ">");
    }
  }

  TEST_CASE("lines of a paragraph stay together and blank lines are one") {
    CHECK(summary_of_page("Bridge opens\n\n12 March 2024\n\none\n  two\n\n\n\u00A0\nthree") ==
          "T<Bridge opens> D<2024-03-12> B<one/two//three>");
  }

  TEST_CASE("NUL bytes control characters and ill-formed UTF-8 are mended and counted") {
    using newsline::ReadArticle;
    const std::string page = std::string("Bridge\0 opens\n\n12 March\0 2024 Read: 487\n\n", 41) +
                             "The \x1B[31mmayor – Zoë\xFF came.";
    const auto reading = newsline::read_page(page, newsline::test::context());
    CHECK(newsline::test::summary(reading) ==
          "T<Bridge opens> D<2024-03-12> R<487> B<The [31mmayor – Zoë\uFFFD came.>");
    CHECK(std::get<ReadArticle>(reading).mended);
    const auto clean = newsline::read_page(kReference, newsline::test::context());
    CHECK_FALSE(std::get<ReadArticle>(clean).mended);
  }
}

}  // namespace
