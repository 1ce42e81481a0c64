// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/text/tokenizer.h"

#include <doctest/doctest.h>

#include <chrono>
#include <span>
#include <string>

namespace {

using newsline::Token;
using newsline::Tokenizer;

std::string forms(std::span<const Token> tokens) {
  std::string joined;
  for (const Token& token : tokens) {
    if (!joined.empty()) joined += '|';
    joined += token.form;
  }
  return joined;
}

struct Row {
  const char* text;
  const char* forms;
};

void check_rows(std::span<const Row> rows) {
  Tokenizer tokenizer;
  for (const Row& row : rows) {
    INFO(std::string(row.text));
    CHECK(forms(tokenizer.tokens(row.text)) == std::string(row.forms));
    CHECK(forms(tokenizer.tokens_by_icu(row.text)) == std::string(row.forms));
  }
}

constexpr Row kPunctuation[] = {
    {"", ""},
    {" .,; ", ""},
    {"CSTO suspension", "csto|suspension"},
    {"#CSTO @primeminister #tag1", "csto|primeminister|tag1"},
    {"user@example.com", "user|example|com"},
    {"a:b x_y __z__ foo::bar", "a|b|x|y|z|foo|bar"},
    {"http://www.example.com/a?b=c", "http|www|example|com|a|b|c"},
    {"e-mail AT&T C++ C#", "e|mail|at|t|c|c"},
    {"10:30 24/7 50%", "10|30|24|7|50"},
    {"tag＠name a：b", "tag|name|a|b"},
};

constexpr Row kStops[] = {
    {"U.S. said", "us|said"},
    {"the U.S.A.", "the|usa"},
    {"a.b.c", "abc"},
    {"e.g. p.m. т.е. Հ.Հ.", "eg|pm|те|հհ"},
    {"J.K.Rowling J. K. Rowling", "jk|rowling|j|k|rowling"},
    {"Ph.D St.Petersburg Mr.Smith", "ph|d|st|petersburg|mr|smith"},
    {"end.Next example.com www.x.org", "end|next|example|com|www|x|org"},
    {"U.S.-led U.S./EU U.S.:A U.S@x.y", "us|led|us|eu|us|a|us|xy"},
    {"É.U. E\u0301.U.", "éu|éu"},
    {"3.5 1,487 12.03.2024 192.168.0.1", "3.5|1,487|12.03.2024|192.168.0.1"},
    {"v3.5 3.5a a.1 1.a", "v3.5|3.5a|a|1|1|a"},
    {"1;2 1,2, 3. 4", "1|2|1,2|3|4"},
    {"٣٫٥ ١٬٤٨٧", "٣٫٥|١٬٤٨٧"},
    {"1⁄2 ½ 2½", "1|2|2"},
};

constexpr Row kApostrophes[] = {
    {"Armenia's ARMENIA'S Armenia’s Armeniaʼs", "armenia|armenia|armenia|armenia"},
    {"James' 'quoted' '90s rock'n'roll", "james|quoted|90s|rock|n|roll"},
    {"don't don’t l'Armenia O'Brien", "don|t|don|t|l|armenia|o|brien"},
    {"Ankara'da Türkiye'nin CBS'si", "ankara|da|türkiye|nin|cbs|si"},
    {"1990's F-16's U.S.'s", "1990|f|16|us"},
    {"s 's x 's", "s|s|x|s"},
    {"O‘zbekiston Oʻzbekiston", "o|zbekiston|o|zbekiston"},
    {"пам'ять пам’ять памʼять", "память|память|память"},
    {"НАТО's НАТО’s", "нато|нато"},
    {"1'000 1’000", "1000|1000"},
    {"Ａｒｍｅｎｉａ＇ｓ", "armenia"},
    {"col·lecció λόγος·άλλος", "collecció|λόγοσ|άλλοσ"},
};

constexpr Row kScripts[] = {
    {"Ի՞նչ ո՛չ Հա՜յ", "ինչ|ոչ|հայ"},
    {"Փաշինյանը՝ ասաց։ «Երևան»", "փաշինյանը|ասաց|երեւան"},
    {"և եւ", "եւ|եւ"},
    {"Հայ֊ռուս", "հայ|ռուս"},
    {"צה\"ל צה״ל צהל ג'ורג'", "צהל|צהל|צהל|גורג"},
    {"שָׁלוֹם", "שלום"},
    {"مُحَمَّد محمـــد محمد", "محمد|محمد|محمد"},
    {"می\u200Cخواهم co\u00ADoperate a\u200Bb", "میخواهم|cooperate|a|b"},
    {"საქართველო ᲡᲐᲥᲐᲠᲗᲕᲔᲚᲝ", "საქართველო|საქართველო"},
    {"İstanbul istanbul ISTANBUL", "istanbul|istanbul|istanbul"},
    {"Straße STRASSE ﬁnance ＡＢＣ", "strasse|strasse|finance|abc"},
    {"café cafe\u0301", "café|café"},
    {"ภาษาไทยง่าย", "ภาษา|ไทย|ง่าย"},
    {"我们在北京工作", "我们|在|北京|工作"},
    {"東京都に住んでいます", "東京|都|に|住|んで|い|ます"},
    {"ភាសាខ្មែររបស់ខ្ញុំ", "ភាសាខ្មែរ|របស់ខ្ញុំ"},
    {"မြန်မာဘာသာစကား", "မြန်မာဘာသာ|စကား"},
    {"カタカナ・オバマ", "カタカナ|オバマ"},
    {"한국어의 문제", "한국어의|문제"},
    {"٢٠٢٤ १२३ ３", "٢٠٢٤|१२३|3"},
    {"Ⅳ m² 1️⃣", "iv|m|1"},
    {"😀 👩‍💻 🇦🇲 🅰", ""},
    {"\u0301abc \u0301", "abc"},
    {"a\uFFFDb \uFFFD", "a|b"},
    {"ﷺ \uFE70 ـ", "صلىاللهعليهوسلم"},
};

TEST_SUITE("unit") {
  TEST_CASE("punctuation separates words") { check_rows(kPunctuation); }
  TEST_CASE("full stops join single letters and digits only") { check_rows(kStops); }
  TEST_CASE("apostrophes separate Latin letters and vanish between others") { check_rows(kApostrophes); }
  TEST_CASE("words of all scripts are found and folded") { check_rows(kScripts); }

  TEST_CASE("ill-formed bytes separate words and keep the offsets right") {
    Tokenizer tokenizer;
    const std::string text =
        "ab\xFF"
        "cd \xE2\x82 Я\xF0\x9F\x98z";
    const auto tokens = tokenizer.tokens(text);
    REQUIRE(forms(tokens) == "ab|cd|я|z");
    CHECK(tokens[1].span == newsline::Span{3, 5});
    CHECK(text.substr(tokens[2].span.begin, tokens[2].span.size()) == "Я");
    CHECK(text.substr(tokens[3].span.begin) == "z");
  }

  TEST_CASE("a span holds the word as it was written") {
    Tokenizer tokenizer;
    const std::string text = "The U.S.A.\nПашинян’s (Ի՞նչ) 😀 end";
    std::string written;
    for (const Token& token : tokenizer.tokens(text)) {
      written += text.substr(token.span.begin, token.span.size()) + '|';
    }
    CHECK(written == "The|U.S.A|Пашинян|Ի՞նչ|end|");
  }

  TEST_CASE("forms do not depend on the text that was given") {
    Tokenizer tokenizer;
    std::string text = "One two\nтри";
    const auto tokens = tokenizer.tokens(text);
    text.assign(text.size(), '?');
    CHECK(forms(tokens) == "one|two|три");
  }

  TEST_CASE("a tokenizer can be moved") {
    Tokenizer first;
    Tokenizer second = std::move(first);
    CHECK(forms(second.tokens("и moved")) == "и|moved");
  }

  TEST_CASE("a very long word is one token") {
    Tokenizer tokenizer;
    const std::string latin(3'000'000, 'a');
    std::string cyrillic;
    std::string initials;
    for (int count = 0; count < 500'000; ++count) {
      cyrillic += "я";
      initials += "я.";
    }
    CHECK(forms(tokenizer.tokens(latin)) == latin);
    CHECK(tokenizer.tokens_by_icu(latin).size() == 1);
    CHECK(forms(tokenizer.tokens(cyrillic)) == cyrillic);
    CHECK(tokenizer.tokens(initials).front().form == cyrillic);
  }
}

}  // namespace
