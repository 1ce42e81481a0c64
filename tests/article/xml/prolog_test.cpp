// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/article/xml/prolog.h"

#include <doctest/doctest.h>

#include <string>

namespace {

using newsline::xml::decoded;
using newsline::xml::root_name;

/// ASCII in units of so many bytes.
std::string widened(std::string_view ascii, std::size_t bytes, bool is_big_endian) {
  std::string wide;
  for (const char byte : ascii) {
    const std::string zeros(bytes - 1, '\0');
    wide += is_big_endian ? zeros + byte : byte + zeros;
  }
  return wide;
}

}  // namespace

TEST_SUITE("unit") {
  TEST_CASE("The charset is that of the first bytes or of the declaration") {
    using namespace std::string_literals;
    const std::string text = "<?xml version='1.0' encoding='utf-16'?><a/>";
    CHECK(decoded(widened(text, 2, true)).text == text);
    CHECK(decoded(widened(text, 2, false)).text == text);
    CHECK(decoded("\xFE\xFF" + widened(text, 2, true)).text == text);
    CHECK(decoded("\xFF\xFE" + widened(text, 2, false)).text == text);
    CHECK(decoded(widened(text, 4, true)).text == text);
    CHECK(decoded(widened(text, 4, false)).text == text);
    CHECK(decoded("\x00\x00\xFE\xFF"s + widened(text, 4, true)).text == text);
    CHECK(decoded("\xEF\xBB\xBF" + text).text == text);
    CHECK(decoded("<?xml version='1.0' encoding='windows-1251'?>\xCC\xE8\xF0").text.ends_with("Мир"));
    CHECK(decoded("<?xml version=\"1.0\" encoding=\"koi8-r\"?>\xED\xC9\xD2").text.ends_with("Мир"));
    CHECK(decoded("<?xml version='1.0' encoding='Shift_JIS'?>\x93\xFA\x96\x7B").text.ends_with("日本"));
    CHECK(decoded("<?xml version='1.0' encoding='iso-2022-jp'?>\x1B$BF|K\\\x1B(B").text.ends_with("日本"));
  }

  TEST_CASE("Valid UTF-8 is believed more than what is declared") {
    const auto text = decoded("<?xml version='1.0' encoding='iso-8859-1'?>Мир");
    CHECK(text.text.ends_with("Мир"));
    CHECK(text.replaced == 0);
  }

  TEST_CASE("What a charset does not have is replaced and counted") {
    CHECK(decoded("<?xml version='1.0' encoding='utf-8'?>déjà a\xFF").replaced == 1);
    CHECK(decoded("<?xml version='1.0' encoding='no-such'?>déjà a\xFF").replaced == 1);
  }

  TEST_CASE("The first element has a name whatever stands before it") {
    CHECK(root_name("<rss version='2.0'>") == "rss");
    CHECK(
        root_name(
            "\xEF\xBB\xBF  <?xml version='1.0'?>\n<!-- <a> --><!DOCTYPE rss [<!ENTITY a '<b>'>]><rdf:RDF") ==
        "rdf");
    CHECK(root_name(widened("<feed>", 2, false)) == "feed");
    CHECK(root_name("text <rss>") == "");
    CHECK(root_name("</rss>") == "");
    CHECK(root_name("<![CDATA[x]]><rss>") == "");
    CHECK(root_name("{\"rss\": 1}") == "");
    CHECK(root_name("") == "");
  }
}
