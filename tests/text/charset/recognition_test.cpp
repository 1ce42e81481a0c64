// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/text/charset/recognition.h"

#include <doctest/doctest.h>
#include <unicode/ucsdet.h>

#include <array>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "common/text/charset.h"
#include "common/text/charset/guess.h"
#include "tests/text/charset/encoding.h"
#include "tests/text/charset/samples.h"
#include "tests/text/random_text.h"

namespace newsline {
namespace {

std::string repeated(std::string_view text, std::size_t bytes) {
  std::string all;
  while (all.size() < bytes) all += text;
  return all;
}

/// One sentence, 200 bytes, and all sentences again and again up to 2 KB.
std::array<std::string, 3> lengths_of(std::string_view text, std::string_view charset) {
  return {std::string(text.substr(0, text.find('\n'))), test::start_of(text, charset, 200),
          repeated(text, 2048)};
}

/// What ICU's detector says, for comparison.
std::string guessed_by_icu(std::string_view bytes) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, void (*)(UCharsetDetector*)> detector(ucsdet_open(&status),
                                                                                ucsdet_close);
  ucsdet_setText(detector.get(), bytes.data(), static_cast<std::int32_t>(bytes.size()), &status);
  const UCharsetMatch* const match = ucsdet_detect(detector.get(), &status);
  const char* const name = match == nullptr ? nullptr : ucsdet_getName(match, &status);
  return name == nullptr ? "" : name;
}

std::string in_utf16(std::string_view text, bool big) {
  return test::encoded(text, big ? "utf-16be" : "utf-16le");
}

}  // namespace

TEST_SUITE("unit") {
  TEST_CASE("the charset of old text is told by its letters") {
    std::array<int, 3> ours{};
    std::array<int, 3> icu{};
    int pairs = 0;
    for (const test::CharsetSample& sample : test::charset_samples()) {
      for (const std::string_view charset : sample.charsets) {
        CAPTURE(sample.language);
        CAPTURE(charset);
        ++pairs;
        const auto texts = lengths_of(sample.text, charset);
        for (std::size_t length = 0; length < texts.size(); ++length) {
          const std::string bytes = test::encoded(texts[length], charset);
          const MendedText read = recognize(bytes);
          CHECK(read.text == texts[length]);
          CHECK(read.replaced == 0);
          ours[length] += static_cast<int>(read.text == texts[length]);
          icu[length] += static_cast<int>(decode(bytes, guessed_by_icu(bytes)).text == texts[length]);
        }
      }
    }
    const std::string slash(" / ");
    MESSAGE(pairs << " pairs of language and charset; named from one sentence, 200 bytes, 2 KB: ours "
                  << ours[0] << slash << ours[1] << slash << ours[2] << ", ICU " << icu[0] << slash << icu[1]
                  << slash << icu[2]);
    CHECK(pairs >= 20);
  }

  TEST_CASE("quotation marks and dashes tell Windows from ISO") {
    for (const test::CharsetSample& sample : test::charset_samples()) {
      const std::string_view charset = sample.charsets.front();
      if (!charset.starts_with("windows-")) continue;
      CAPTURE(sample.language);
      const std::string text = "“" + std::string(sample.text) + "” – 2024\n";
      CHECK(recognize(test::encoded(text, charset)).text == text);
    }
  }

  TEST_CASE("markup does not hide the language") {
    const std::string_view charset = "windows-1250";
    const std::string text =
        "<div class=\"a b c d e f g h i j k l m n o p\"><a href=\"/news/one/two/three\">"
        "Řidiči si stěžují na příliš úzkou silnici a na časté zpoždění.</a></div>\n" +
        repeated("<script>var plain = 'letters';</script>\n", 20'000);
    CHECK(recognize(test::encoded(text, charset)).text == text);
  }

  TEST_CASE("text that holds too little to tell is taken for windows-1252 and says so") {
    for (const std::string_view bytes :
         {"The mayor\x92s office said \x93no\x94 to the plan and nothing more was heard of it.",
          "A caf\xE9 near the bridge was closed after the storm.", "Gar\xE7on"}) {
      CAPTURE(bytes);
      const MendedText read = recognize(bytes);
      CHECK(read.assumed);
      CHECK(read.is_mended());
      CHECK(read.text == decode(bytes, "windows-1252").text);
    }
  }

  TEST_CASE("what is declared counts where the bytes are not UTF-8") {
    CHECK(recognize("\xCC\xEE\xF1\xF2", "windows-1251").text == "Мост");
    CHECK(recognize("\xED\xCF\xD3\xD4", "koi8-r").text == "Мост");
    CHECK(recognize("Мост", "windows-1251").text == "Мост");
    CHECK_FALSE(recognize("\xCC\xEE\xF1\xF2", "windows-1251").is_mended());
    CHECK(recognize("caf\xE9", "no-such-charset").text == "café");
    CHECK(recognize("caf\xE9", "utf-8").text == "café");
  }

  TEST_CASE("what a charset was told by is said") {
    using By = CharsetFinding::By;
    struct Case {
      std::string_view bytes;
      std::string_view declared;
      std::string_view label;
      By by;
    };
    using namespace std::string_view_literals;
    for (const Case& each : {Case{"Dam", "", "utf-8", By::bytes},
                             Case{"\xEF\xBB\xBF"
                                  "Dam",
                                  "", "utf-8", By::mark},
                             Case{"\xFF\xFE"
                                  "D\0a\0m\0"sv,
                                  "", "utf-16le", By::mark},
                             Case{"\0D\0a\0m\0\n\0h\0o"sv, "", "utf-16be", By::nuls},
                             Case{"\x1B$B$O\x1B(B", "", "iso-2022-jp", By::escapes},
                             Case{"\xCC\xEE\xF1\xF2", "windows-1251", "windows-1251", By::declaration},
                             Case{"Caf\xE9", "", "windows-1252", By::nothing}}) {
      CAPTURE(each.label);
      const CharsetFinding finding = find_charset(each.bytes, each.declared);
      CHECK(finding.label == each.label);
      CHECK(finding.by == each.by);
    }
  }

  TEST_CASE("UTF-8 with a few damaged bytes stays UTF-8") {
    const MendedText read = recognize("Мост закрыт\xFF до весны\xC3", "windows-1251");
    CHECK(read.text == "Мост закрыт\uFFFD до весны\uFFFD");
    CHECK(read.replaced == 2);
  }

  TEST_CASE("UTF-16 is read with a byte order mark and without") {
    for (const std::string_view text :
         {"Мост закрыт до весны\nи дольше", "The bridge is closed\n", "桥梁 关闭 \U00020000 了\n"}) {
      for (const bool big : {false, true}) {
        CAPTURE(text);
        CAPTURE(big);
        const std::string bytes = in_utf16(text, big);
        CHECK(recognize(bytes).text == text);
        CHECK(recognize((big ? "\xFE\xFF" : "\xFF\xFE") + bytes).text == text);
        CHECK_FALSE(recognize(bytes).is_mended());
      }
    }
  }

  TEST_CASE("half characters of UTF-16 are replaced and counted") {
    const MendedText read =
        recognize(std::string("\xFF\xFE"
                              "a\0\x00\xD8"
                              "b\0c",
                              9));
    CHECK(read.text ==
          "a\uFFFD"
          "b\uFFFD");
    CHECK(read.replaced == 2);
  }

  TEST_CASE("binary data is not taken for UTF-16") {
    const std::string header(
        "\x7F"
        "ELF\x02\x01\x01\0\0\0\0\0\0\0\0\0\x03\0\x3E\0\x01\0\0\0",
        24);
    CHECK(recognize(header).text.starts_with("ELF"));
    CHECK(recognize(std::string("one\0two", 7)).text == "onetwo");
  }

  TEST_CASE("ARMSCII-8 has every letter") {
    const std::string text =
        "ԱԲԳԴԵԶԷԸԹԺԻԼԽԾԿՀՁՂՃՄՅՆՇՈՉՊՋՌՍՎՏՐՑՒՓՔՕՖ աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆ և։՝՛՞՜֊՚«»—…";
    const std::string bytes = test::encoded(text, "armscii-8");
    CHECK(decode(bytes, "ARMSCII-8").text == text);
    CHECK(bytes.substr(0, 4) == "\xB2\xB4\xB6\xB8");
    CHECK(decode("\xFF", "armscii-8").replaced == 1);
  }

  TEST_CASE("the charset of lines is told by the first of them") {
    const std::string text = "{\"title\":\"Мост закрыт до весны и паром стоит\"}\n";
    CHECK(charset_of_lines(test::encoded(text, "windows-1251")) == "windows-1251");
    CHECK(charset_of_lines(text).empty());
    CHECK(charset_of_lines("plain").empty());
  }
}

TEST_SUITE("property") {
  TEST_CASE("any bytes become text that is safe to keep") {
    const std::uint64_t seed = test::run_seed();
    CAPTURE(seed);
    test::RandomText random(seed);
    for (int round = 0; round < 400; ++round) {
      const std::string bytes = random.bytes(300);
      for (const std::string_view declared : {"", "koi8-r", "armscii-8", "big5"}) {
        const MendedText read = recognize(bytes, declared);
        CHECK(is_valid_utf8(read.text));
        CHECK(mend(read.text).text == read.text);
      }
    }
  }
}

}  // namespace newsline
