// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "common/article/formats.h"
#include "tests/article/summary.h"
#include "tests/support/temporary_folder.h"

namespace newsline {
namespace {

/// The title of the one article in a file of these bytes; `mended` says whether it was.
struct ReadTitle {
  std::string title;
  bool mended = false;
};

ReadTitle title_in(const std::string& name, std::string_view bytes) {
  const TemporaryFolder folder;
  write_file(folder / name, bytes);
  auto opened = open_reader({folder / name, "agency"});
  REQUIRE(std::holds_alternative<std::unique_ptr<Reader>>(opened));
  const auto reading = std::get<std::unique_ptr<Reader>>(opened)->next();
  REQUIRE(reading.has_value());
  return {test::article_of(*reading).title, std::get<ReadArticle>(*reading).mended};
}

/// `Мост закрыт до весны` in windows-1251, and in UTF-16 without a byte order mark.
constexpr std::string_view kCyrillic =
    "\xCC\xEE\xF1\xF2 \xE7\xE0\xEA\xF0\xFB\xF2 \xE4\xEE \xE2\xE5\xF1\xED\xFB";
const std::string kUtf16 = [] {
  std::string text;
  for (const unsigned unit :
       {0x41CU, 0x43EU, 0x441U, 0x442U, 0x20U, 0x437U, 0x430U, 0x43AU, 0x440U, 0x44BU,
        0x442U, 0x20U,  0x434U, 0x43EU, 0x20U, 0x432U, 0x435U, 0x441U, 0x43DU, 0x44BU}) {
    text += static_cast<char>(unit & 0xFFU);
    text += static_cast<char>(unit >> 8U);
  }
  return text;
}();

std::string in_utf16(std::string_view ascii) {
  std::string text;
  for (const char byte : ascii) text += {byte, '\0'};
  return text;
}

}  // namespace

TEST_SUITE("unit") {
  TEST_CASE("every format is read in the charset that it is written in") {
    const std::string cyrillic(kCyrillic);
    struct Case {
      std::string name;
      std::string bytes;
    };
    const std::vector<Case> cases{
        {"a.txt", cyrillic + "\n\nText.\n"},
        {"a.txt", kUtf16 + in_utf16("\n\nText.\n")},
        {"a.txt", "\xFF\xFE" + kUtf16 + in_utf16("\n\nText.\n")},
        {"a.jsonl", "{\"id\":1,\"title\":\"" + cyrillic + "\",\"body\":\"x\"}\n"},
        {"a.jsonl", in_utf16("{\"id\":1,\"title\":\"") + kUtf16 + in_utf16("\",\"body\":\"x\"}\n")},
        {"a.html", "<title>" + cyrillic + "</title><p>Text.</p>"},
        {"a.csv", "id,title,body\n1," + cyrillic + ",Text\n"},
        {"a.md", "---\ntitle: " + cyrillic + "\n---\nText.\n"},
        {"a.xml", "<rss version='2.0'><channel><item><title>" + cyrillic + "</title></item></channel></rss>"},
        {"a.xml", in_utf16("<rss version='2.0'><channel><item><title>") + kUtf16 +
                      in_utf16("</title></item></channel></rss>")},
        {"a.xml",
         "<nitf><body><body.head><hedline><hl1>" + cyrillic + "</hl1></hedline></body.head></body></nitf>"},
        {"a.json", "{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[{\"id\":\"1\",\"title\":\"" +
                       cyrillic + "\"}]}"},
        {"a.json", "{\"uri\":\"urn:1\",\"pubstatus\":\"usable\",\"headline\":\"" + cyrillic + "\"}"},
        {"a.json", "{\"uri\":\"urn:1\",\"pubstatus\":\"usable\",\"headline\":\"" + cyrillic +
                       "\"}\n{\"uri\":\"urn:2\",\"headline\":\"x\"}\n"},
        {"a.html", in_utf16("<title>") + kUtf16 + in_utf16("</title><p>Text.</p>")},
    };
    for (const Case& each : cases) {
      CAPTURE(each.name);
      CAPTURE(each.bytes);
      const ReadTitle read = title_in(each.name, each.bytes);
      CHECK(read.title == "Мост закрыт до весны");
      CHECK_FALSE(read.mended);
    }
  }

  TEST_CASE("lines far behind a start in ASCII are decoded by themselves") {
    std::string lines;
    while (lines.size() < 100'000) lines += "{\"id\":1,\"title\":\"plain\",\"body\":\"x\"}\n";
    lines += "{\"id\":2,\"title\":\"" + std::string(kCyrillic) + "\",\"body\":\"x\"}\n";
    const TemporaryFolder folder;
    write_file(folder / "a.jsonl", lines);
    auto opened = open_reader({folder / "a.jsonl", "agency"});
    auto& reader = *std::get<std::unique_ptr<Reader>>(opened);
    std::string last;
    while (const auto reading = reader.next()) last = test::article_of(*reading).title;
    CHECK(last == "Мост закрыт до весны");
  }

  TEST_CASE("a charset that nothing tells makes a mended article") {
    CHECK(title_in("a.txt", "Caf\xE9 closed\n\nText.\n").title == "Café closed");
    CHECK(title_in("a.txt", "Caf\xE9 closed\n\nText.\n").mended);
    CHECK(title_in("a.jsonl", "{\"title\":\"Caf\xE9 closed\",\"body\":\"x\"}\n").title == "Café closed");
    CHECK(title_in("a.jsonl", "{\"title\":\"Caf\xE9 closed\",\"body\":\"x\"}\n").mended);
  }
}

}  // namespace newsline
