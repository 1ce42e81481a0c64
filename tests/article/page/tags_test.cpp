// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>

#include "common/article/page/lines.h"
#include "tests/article/summary.h"

namespace {

using newsline::tag_line;
using newsline::test::summary_of_page;

constexpr const char* kText = "The mayor of Arnavan opened a bridge over the Tsolak.";

/// The tags of a page that ends in this line, separated by semicolons; what else the page says if they are
/// not all that changes.
std::string tags_below(const std::string& line) {
  std::string summary = summary_of_page(fmt::format(
      "Bridge opens\n\n12 March 2024\n\n{}\n\n\n{}\n\n\nNews Line\n10:15 Rain #weather\n", kText, line));
  const std::string head = "T<Bridge opens> D<2024-03-12> K<";
  const std::string tail = fmt::format("> B<{}>", kText);
  if (!summary.starts_with(head) || !summary.ends_with(tail)) return summary;
  return summary.substr(head.size(), summary.size() - head.size() - tail.size());
}

const std::string kNoTags = fmt::format("T<Bridge opens> D<2024-03-12> B<{}>", kText);

struct Row {
  const char* line;
  const char* expected;
};

TEST_SUITE("unit") {
  TEST_CASE("tags stand behind a hash and may hold blanks any script and a hash") {
    constexpr Row kRows[] = {
        {"More about: #CSTO \u00A0 #Armenia \u00A0", "CSTO;Armenia"},
        {"More about: #CSTO #Armenia", "CSTO;Armenia"},
        {"#CSTO #Armenia", "CSTO;Armenia"},
        {"#CSTO", "CSTO"},
        {"More about: #foreign policy   #Armenia", "foreign policy;Armenia"},
        {"More about: #foreign policy", "foreign policy"},
        {"#foreign policy #prime minister", "foreign policy;prime minister"},
        {"More about:#CSTO,#Armenia", "CSTO;Armenia"},
        {"More about: #CSTO, #Armenia; #Russia | #Iran", "CSTO;Armenia;Russia;Iran"},
        {"More about: #C# #F#", "C#;F#"},
        {"More about: #AT&T #U.S. #COVID-19 #rock'n'roll", "AT&T;U.S.;COVID-19;rock'n'roll"},
        {"More about: #ОДКБ #Հայաստան #საქართველო #Azərbaycan", "ОДКБ;Հայաստան;საქართველო;Azərbaycan"},
        {"More about: #2024", "2024"},
        {"＃中国 ＃外交", "中国;外交"},
        {"标签：#中国、#外交", "中国;外交"},
        {"More about: #Armenia #ARMENIA #armenia", "Armenia"},
        {"More about: #Armenia.", "Armenia"},
        {"More about: ##Armenia", "Armenia"},
        {"More about: #Arnavan\n\nMore about: #bridges", "Arnavan;bridges"},
    };
    for (const Row& row : kRows) {
      INFO(std::string(row.line));
      CHECK(tags_below(row.line) == std::string(row.expected));
    }
  }

  TEST_CASE("the label of tags is known in each language of the pages") {
    for (const std::string label :
         {"More about:",  "Tags:",         "Подробнее о:",  "Теги:",   "Ավելին՝",       "Թեգեր:",
          "მეტი თემაზე:", "თეგები:",       "Daha ətraflı:", "Teqlər:", "Daha fazla:",   "Etiketler:",
          "المزيد حول:",  "الوسوم:",       "更多：",        "标签：",  "เพิ่มเติมเกี่ยวกับ:", "แท็ก:",
          "Mehr zu:",     "Schlagwörter:", "MORE ABOUT:"}) {
      INFO(label);
      CHECK(tags_below(label + " #Arnavan #bridges") == "Arnavan;bridges");
      CHECK(tags_below(label + "#Arnavan #bridges") == "Arnavan;bridges");
      CHECK(tags_below(label + " #foreign policy #bridges") == "foreign policy;bridges");
      CHECK(tags_below(label) == kNoTags);
    }
  }

  TEST_CASE("a label of a few words that is not known will do below the text") {
    CHECK(tags_below("Lesa meira: #Arnavan #bridges") == "Arnavan;bridges");
  }

  TEST_CASE("a sentence with a hash in it is no line of tags") {
    for (const char* line :
         {"#bridges are not the only ones to need money.", "We are #1", "He finished as #7 of 12.",
          "Is it #bridges? #Nobody knows. It may be so", "In C# a bridge is a pattern", "a#b", "# Arnavan",
          "#", "Everybody in town writes #bridges on walls", "no hash at all"}) {
      INFO(std::string(line));
      CHECK_FALSE(tag_line(line).has_value());
    }
  }

  TEST_CASE("only a line of plain tags is certain to be one") {
    CHECK(tag_line("#CSTO #Armenia").value().is_certain);
    CHECK(tag_line("More about: #CSTO").value().is_certain);
    CHECK_FALSE(tag_line("#foreign policy #Armenia").value().is_certain);
    CHECK_FALSE(tag_line("Lesa meira: #CSTO").value().is_certain);
  }
}

}  // namespace
