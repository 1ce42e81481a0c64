// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/text/language_tag.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

using newsline::language_tag;

TEST_SUITE_BEGIN("unit");

TEST_CASE("a language is its shortest tag in lower case") {
  struct Row {
    std::string_view written;
    std::string_view tag;
  };
  constexpr Row kRows[] = {{"en", "en"},
                           {"EN", "en"},
                           {" hy\n", "hy"},
                           {"pt_BR", "pt-br"},
                           {"zh-Hant-TW", "zh-hant-tw"},
                           {"sr_Latn", "sr-latn"},
                           {"es-419", "es-419"},
                           {"eng", "en"},
                           {"deu-AT", "de-at"},
                           {"ger", "de"},
                           {"arm", "hy"},
                           {"ckb", "ckb"},
                           {"English", "en"},
                           {"GERMAN", "de"},
                           {"français", "fr"},
                           {"FRANÇAIS", "fr"},
                           {"Русский", "ru"},
                           {"հայերեն", "hy"},
                           {"中文", "zh"},
                           {"Haitian Creole", "ht"}};
  for (const Row& row : kRows) {
    CAPTURE(row.written);
    CHECK(language_tag(row.written) == row.tag);
  }
}

TEST_CASE("what names no language is none") {
  for (const std::string_view written :
       {"", " ", "e", "-", "1", "-en", "en us", "no such language", "12-en", "en;q=1"}) {
    CAPTURE(written);
    CHECK(language_tag(written) == "");
  }
  CHECK(language_tag(std::string(36, 'a')) == "");
  CHECK(language_tag("en-" + std::string(32, 'a')) == "en-" + std::string(32, 'a'));
  CHECK(language_tag("en-" + std::string(33, 'a')) == "");
  CHECK(language_tag(std::string(100'000, 'a')) == "");
  CHECK(language_tag("\xff\xfe") == "");
}

TEST_SUITE_END();
