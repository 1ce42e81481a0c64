// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/text/charset.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "tests/text/random_text.h"

namespace newsline {
namespace {

TEST_SUITE("unit") {
  TEST_CASE("bytes are read in the charset that is declared") {
    struct Case {
      std::string_view label;
      std::string_view bytes;
      std::string_view text;
    };
    const std::vector<Case> cases{
        {"windows-1251", "\xCC\xEE\xF1\xF2", "Мост"},   {"KOI8-R", "\xED\xCF\xD3\xD4", "Мост"},
        {" Windows-1251 ", "\xCC\xEE\xF1\xF2", "Мост"}, {"shift_jis", "\x8B\xB4", "橋"},
        {"euc-kr", "\xB4\xD9\xB8\xAE", "다리"},         {"big5", "\xBE\xF4", "橋"},
        {"windows-1256", "\xCC\xD3\xD1", "جسر"},        {"utf-8", "Мост", "Мост"},
    };
    for (const Case& each : cases) {
      CAPTURE(each.label);
      CHECK(decode(each.bytes, each.label).text == each.text);
      CHECK(decode(each.bytes, each.label).replaced == 0);
    }
  }

  TEST_CASE("labels mean what browsers take them for") {
    CHECK(decode("\x93quoted\x94", "iso-8859-1").text == "“quoted”");
    CHECK(decode("\x93quoted\x94", "us-ascii").text == "“quoted”");
    CHECK(decode("\x97\x5F", "gb2312").text == decode("\x97\x5F", "gb18030").text);
    CHECK(decode("plain", "utf-16").text == "plain");
  }

  TEST_CASE("an unknown label counts as UTF-8") {
    for (const std::string_view label : {"", "no-such-charset", "../../etc/passwd", "utf-8,version=1"}) {
      CAPTURE(label);
      CHECK(decode("Мост\xFF", label).text == "Мост\uFFFD");
      CHECK(decode("Мост\xFF", label).replaced == 1);
    }
  }

  TEST_CASE("bytes that a charset does not have are replaced and counted") {
    CHECK(decode("a\x81\xFF"
                 "b",
                 "shift_jis")
              .replaced > 0);
  }
}

TEST_SUITE("property") {
  TEST_CASE("any bytes in any charset become text that is safe to keep") {
    const std::uint64_t seed = test::run_seed();
    CAPTURE(seed);
    test::RandomText random(seed);
    for (const std::string_view label : {"windows-1251", "shift_jis", "gb18030", "iso-2022-jp", "euc-jp",
                                         "big5", "utf-7", "hz-gb-2312", "utf-8", "iso-8859-8"}) {
      CAPTURE(label);
      for (int round = 0; round < 50; ++round) {
        const MendedText text = decode(random.bytes(200), label);
        CHECK(is_valid_utf8(text.text));
        CHECK(mend(text.text).text == text.text);
      }
    }
  }
}

}  // namespace
}  // namespace newsline
