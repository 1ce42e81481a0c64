// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/text/random_text.h"

#include <array>
#include <cstdlib>

namespace newsline::test {
namespace {

constexpr auto kPieces = std::to_array<std::string_view>(
    {"a",        "s",       "S",      "U",          "l",         "i",      "I",       "x9",     "7",
     "12",       " ",       " ",      "\n",         "\t",        ".",      ".",       ",",      ":",
     ";",        "'",       "'",      "\"",         "@",         "_",      "-",       "#",      "&",
     "’",        "‘",       "ʼ",      "＇",         "·",         "é",      "e\u0301", "\u0301", "\u0307",
     "\u0323",   "İ",       "ı",      "ß",          "ﬁ",         "Å",      "Я",       "п",      "ё",
     "й",        "Ի",       "՞",      "՛",          "և",         "ե",      "ւ",       "֊",      "א",
     "ה",        "ל",       "״",      "׳",          "\u05B0",    "م",      "ح",       "\u064E", "\u0651",
     "ـ",        "\u0654",  "ا",      "٣",          "٫",         "٬",      "ﷺ",       "\uFE70", "ก",
     "ภาษา",     "ไทย",     "\u0E33", "中",         "国",        "人",     "カ",      "タ",     "が",
     "か\u3099", "ﾞ",       "ー",     "한",         "\u1100",    "\u1161", "\u11A8",  "ქ",      "Ქ",
     "\u00AD",   "\u200B",  "\u200C", "\u200D",     "\u2060",    "\uFEFF", "\u202E",  "\u061C", "\u00A0",
     "\u2028",   "\u3000",  "Ａ",     "．",         "３",        "𝟑",      "𝐀",       "😀",      "👩\u200D💻",
     "🇦🇲",       "❤\uFE0F", "\uFFFD", "\uFFFF",     "½",         "²",      "Ⅳ",       "ⓐ",      "́",
     "\u0345",   "ΐ",       "ς",      "\u1FBC",     "ក",         "ខ្មែរ",   "မြန်မာ",   "ລາວ",    "हिन्दी",
     "\u200Bक",  "०",       "𞤀",   "\U000E0001", "\U0010FFFF"});

}  // namespace

std::uint64_t run_seed() {
  static const std::uint64_t kSeed = [] {
    const char* given = std::getenv("NEWSLINE_SEED");
    return given != nullptr ? std::strtoull(given, nullptr, 10) : std::uint64_t{std::random_device{}()};
  }();
  return kSeed;
}

std::string utf8(unsigned code_point) {
  const auto tail = [code_point](unsigned shift) {
    return static_cast<char>(0x80 | ((code_point >> shift) & 0x3F));
  };
  if (code_point < 0x80) return {static_cast<char>(code_point)};
  if (code_point < 0x800) return {static_cast<char>(0xC0 | (code_point >> 6)), tail(0)};
  if (code_point < 0x10000) return {static_cast<char>(0xE0 | (code_point >> 12)), tail(6), tail(0)};
  return {static_cast<char>(0xF0 | (code_point >> 18)), tail(12), tail(6), tail(0)};
}

std::string_view RandomText::pick() { return kPieces[below(kPieces.size())]; }

std::string RandomText::text(std::size_t most_characters) {
  std::string made;
  for (std::size_t count = below(most_characters + 1); count > 0; --count) {
    if (below(8) != 0) {
      made += pick();
      continue;
    }
    made += utf8(static_cast<unsigned>(0x80 + below(0x3000)));
  }
  return made;
}

std::string RandomText::bytes(std::size_t most) {
  std::string made = text(most / 2);
  for (std::size_t count = below(most / 2 + 1); count > 0; --count) {
    const char byte = static_cast<char>(below(256));
    const std::size_t at = below(made.size() + 1);
    if (at < made.size() && below(2) == 0) {
      made[at] = byte;
    } else {
      made.insert(at, 1, byte);
    }
  }
  return made;
}

std::string RandomText::ascii(std::size_t most) {
  constexpr std::string_view kOften = "abcsSU1230..,,'';:@_\"- ";
  std::string made;
  for (std::size_t count = below(most + 1); count > 0; --count) {
    made += below(4) == 0 ? static_cast<char>(below(128)) : kOften[below(kOften.size())];
  }
  return made;
}

}  // namespace newsline::test
