// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include <string>

#include "tests/article/summary.h"

namespace {

using newsline::test::summary_of_page;

constexpr const char* kText = "The mayor of Arnavan opened a bridge over the Tsolak.";

/// What a page says whose header is this line, without its title and text.
std::string header(const std::string& line) {
  std::string summary =
      summary_of_page("Bridge opens\n\n" + line + "\nBridge opens\n\n" + kText + "\n\nIt holds.\n");
  const std::string title = "T<Bridge opens> ";
  const std::string text = std::string("B<") + kText + "//It holds.>";
  if (!summary.starts_with(title) || !summary.ends_with(text)) return summary;
  return summary.substr(title.size(), summary.size() - title.size() - text.size());
}

/// What header() says where a line of it stays text.
std::string with_text(const std::string& fields, const std::string& line) {
  return "T<Bridge opens> " + fields + "B<" + line + "//" + kText + "//It holds.>";
}

struct Row {
  const char* line;
  const char* expected;
};

TEST_SUITE("unit") {
  TEST_CASE("a date is read in each form and language of the pages") {
    for (const char* line : {"12 March 2024",
                             "March 12, 2024",
                             "12.03.2024",
                             "2024-03-12",
                             "12 Mar 2024",
                             "2024/03/12",
                             "12 марта 2024",
                             "12 марта 2024 г.",
                             "12 մարտի 2024",
                             "12 մարտի, 2024",
                             "12 მარტი 2024",
                             "12 მარტი, 2024",
                             "12 mart 2024",
                             "12 Mart 2024",
                             "12 Mart 2024, Salı",
                             "12 مارس 2024",
                             "١٢ مارس ٢٠٢٤",
                             "2024年3月12日",
                             "12 มีนาคม 2567",
                             "12 มีนาคม 2024",
                             "12. März 2024",
                             "12 MART 2024, SALI",
                             "Dienstag, 12. März 2024",
                             "12 March 2024, Tuesday",
                             "Tuesday, 12 March 2024",
                             "вторник, 12 марта 2024 года",
                             "Published: 12 March 2024",
                             "Опубликовано: 12.03.2024",
                             "发布时间：2024年3月12日",
                             "\u00A0 12\u00A0March\u00A02024 \u00A0"}) {
      INFO(std::string(line));
      CHECK(header(line) == "D<2024-03-12> ");
    }
  }

  TEST_CASE("a time stands with the date") {
    constexpr Row kRows[] = {
        {"12 March 2024, 09:30", "D<2024-03-12T09:30:00Z> "},
        {"12 March 2024 09:30", "D<2024-03-12T09:30:00Z> "},
        {"12.03.2024 - 09:30", "D<2024-03-12T09:30:00Z> "},
        {"09:30, 12 марта 2024", "D<2024-03-12T09:30:00Z> "},
        {"09:30 | 12.03.2024", "D<2024-03-12T09:30:00Z> "},
        {"2024-03-12T09:30:15+04:00", "D<2024-03-12T09:30:15+04:00> "},
        {"12 März 2024 um 09:30 Uhr", "D<2024-03-12T09:30:00Z> "},
        {"2024年3月12日 09:30", "D<2024-03-12T09:30:00Z> "},
        {"12 March 2024 09:30  Read: 487", "D<2024-03-12T09:30:00Z> R<487> "},
    };
    for (const Row& row : kRows) {
      INFO(std::string(row.line));
      CHECK(header(row.line) == std::string(row.expected));
    }
  }

  TEST_CASE("a counter is read in each language of the pages") {
    for (const char* counter :
         {"Read: 1,487",      "Read: 1487",        "Reads: 1.487",       "Views: 1\u00A0487",
          "1,487 views",      "1487 reads",        "Прочитано: 1 487",   "Прочитано: 1\u202F487",
          "Просмотров: 1487", "1487 просмотров",   "Կարդացվել է՝ 1487",  "Դիտում: 1,487",
          "ნანახია: 1487",    "წაკითხულია: 1 487", "Oxunub: 1487",       "Baxış: 1 487",
          "BAXIŞ 1487",       "Okunma: 1.487",     "Görüntülenme: 1487", "المشاهدات: 1487",
          "قراءة: ١٬٤٨٧",     "阅读：1487",        "阅读量：1,487",      "浏览 1487",
          "อ่าน: 1,487",       "เข้าชม 1487",        "Gelesen: 1.487",     "Aufrufe: 1'487",
          "\U0001F441 1487"}) {
      INFO(std::string(counter));
      CHECK(header("12 March 2024  " + std::string(counter)) == "D<2024-03-12> R<1487> ");
      CHECK(header("12 March 2024\n" + std::string(counter)) == "D<2024-03-12> R<1487> ");
      CHECK(header(std::string(counter)) == "R<1487> ");
    }
  }

  TEST_CASE("beside a date the word of a counter may be any") {
    CHECK(header("12 March 2024  Lesingar: 487") == "D<2024-03-12> R<487> ");
    CHECK(header("12 March 2024\nLesingar: 487") == "D<2024-03-12> R<487> ");
    CHECK(header("Lesingar: 487") == with_text("", "Lesingar: 487"));
  }

  TEST_CASE("what is no counter stays text") {
    for (const char* line : {"Read 3.5 times", "Read: 1,48", "Read: 12/13", "Read: -", "Read: many",
                             "Read: 99999999999999999999"}) {
      INFO(std::string(line));
      CHECK(summary_of_page("Bridge opens\n\n" + std::string(line) + "\n\n" + kText) ==
            "T<Bridge opens> B<" + std::string(line) + "//" + kText + ">");
    }
  }

  TEST_CASE("an impossible date is none") {
    for (const char* line : {"31 February 2024", "12.13.2024", "2024-00-12", "12 Smarch 2024"}) {
      INFO(std::string(line));
      CHECK(summary_of_page("Bridge opens\n\n" + std::string(line) + "\n\n" + kText) ==
            "T<Bridge opens> B<" + std::string(line) + "//" + kText + ">");
    }
  }

  TEST_CASE("the author in a header stays text") {
    CHECK(header("By Anna Tsolakyan\n12 March 2024") == with_text("D<2024-03-12> ", "By Anna Tsolakyan"));
    CHECK(header("12 March 2024 | Anna Tsolakyan | Read: 487") ==
          with_text("D<2024-03-12> R<487> ", "Anna Tsolakyan"));
  }

  TEST_CASE("the first date of a page is its own") {
    CHECK(header("12 March 2024\nUpdated: 13 March 2024") == "D<2024-03-12> ");
    CHECK(header("Published: 12 March 2024\n13.03.2024 09:30 | Read: 487") == "D<2024-03-12> R<487> ");
  }
}

}  // namespace
