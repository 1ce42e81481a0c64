// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/text/name/letters.h"

#include <algorithm>
#include <array>

namespace newsline {
namespace {

struct Sound {
  char32_t letter;
  std::string_view sound;
};

/// Cyrillic, Armenian, Georgian, Greek, Arabic and Hebrew, by code point.
constexpr std::array<Sound, 239> kSounds = {{
    {0x0390, "i"},  {0x03AC, "a"},    {0x03AD, "e"},    {0x03AE, "i"},   {0x03AF, "i"},    {0x03B0, "i"},
    {0x03B1, "a"},  {0x03B2, "v"},    {0x03B3, "g"},    {0x03B4, "d"},   {0x03B5, "e"},    {0x03B6, "z"},
    {0x03B7, "i"},  {0x03B8, "t"},    {0x03B9, "i"},    {0x03BA, "k"},   {0x03BB, "l"},    {0x03BC, "m"},
    {0x03BD, "n"},  {0x03BE, "ks"},   {0x03BF, "o"},    {0x03C0, "p"},   {0x03C1, "r"},    {0x03C2, "s"},
    {0x03C3, "s"},  {0x03C4, "t"},    {0x03C5, "i|u"},  {0x03C6, "f"},   {0x03C7, "h"},    {0x03C8, "ps"},
    {0x03C9, "o"},  {0x03CA, "i"},    {0x03CB, "i"},    {0x03CC, "o"},   {0x03CD, "i|u"},  {0x03CE, "o"},
    {0x0430, "a"},  {0x0431, "b"},    {0x0432, "v"},    {0x0433, "g|h"}, {0x0434, "d"},    {0x0435, "e|ie"},
    {0x0436, "Z"},  {0x0437, "z"},    {0x0438, "i"},    {0x0439, "i"},   {0x043A, "k"},    {0x043B, "l"},
    {0x043C, "m"},  {0x043D, "n"},    {0x043E, "o"},    {0x043F, "p"},   {0x0440, "r"},    {0x0441, "s"},
    {0x0442, "t"},  {0x0443, "u"},    {0x0444, "f"},    {0x0445, "h"},   {0x0446, "c"},    {0x0447, "C"},
    {0x0448, "S"},  {0x0449, "SC|S"}, {0x044A, ""},     {0x044B, "i"},   {0x044C, ""},     {0x044D, "e"},
    {0x044E, "iu"}, {0x044F, "ia"},   {0x0451, "e|io"}, {0x0452, "J"},   {0x0453, "g"},    {0x0454, "e|ie"},
    {0x0455, "z"},  {0x0456, "i"},    {0x0457, "i"},    {0x0458, "i"},   {0x0459, "l"},    {0x045A, "n"},
    {0x045B, "C"},  {0x045C, "k"},    {0x045E, "u|v"},  {0x045F, "J"},   {0x0491, "g"},    {0x0493, "g"},
    {0x049B, "k"},  {0x04A3, "n"},    {0x04AF, "u"},    {0x04B1, "u"},   {0x04B3, "h"},    {0x04B7, "J"},
    {0x04B9, "J"},  {0x04BB, "h"},    {0x04D9, "a"},    {0x04E3, "i"},   {0x04E9, "o"},    {0x04EF, "u"},
    {0x0561, "a"},  {0x0562, "b"},    {0x0563, "g"},    {0x0564, "d"},   {0x0565, "e|ie"}, {0x0566, "z"},
    {0x0567, "e"},  {0x0568, "e"},    {0x0569, "t"},    {0x056A, "Z"},   {0x056B, "i"},    {0x056C, "l"},
    {0x056D, "h"},  {0x056E, "c"},    {0x056F, "k"},    {0x0570, "h"},   {0x0571, "z|c"},  {0x0572, "g"},
    {0x0573, "C"},  {0x0574, "m"},    {0x0575, "i"},    {0x0576, "n"},   {0x0577, "S"},    {0x0578, "o|vo"},
    {0x0579, "C"},  {0x057A, "p"},    {0x057B, "J"},    {0x057C, "r"},   {0x057D, "s"},    {0x057E, "v"},
    {0x057F, "t"},  {0x0580, "r"},    {0x0581, "c"},    {0x0582, "v"},   {0x0583, "p"},    {0x0584, "k"},
    {0x0585, "o"},  {0x0586, "f"},    {0x0587, "ev"},   {0x05D0, "a|"},  {0x05D1, "b|v"},  {0x05D2, "g"},
    {0x05D3, "d"},  {0x05D4, "h|"},   {0x05D5, "v|u"},  {0x05D6, "z"},   {0x05D7, "h"},    {0x05D8, "t"},
    {0x05D9, "i"},  {0x05DA, "k|h"},  {0x05DB, "k|h"},  {0x05DC, "l"},   {0x05DD, "m"},    {0x05DE, "m"},
    {0x05DF, "n"},  {0x05E0, "n"},    {0x05E1, "s"},    {0x05E2, "|a"},  {0x05E3, "p|f"},  {0x05E4, "p|f"},
    {0x05E5, "c"},  {0x05E6, "c"},    {0x05E7, "k"},    {0x05E8, "r"},   {0x05E9, "S|s"},  {0x05EA, "t"},
    {0x0621, ""},   {0x0622, "a"},    {0x0623, "a"},    {0x0624, "u"},   {0x0625, "i"},    {0x0626, "i"},
    {0x0627, "a"},  {0x0628, "b"},    {0x0629, "|t"},   {0x062A, "t"},   {0x062B, "t|s"},  {0x062C, "J|g"},
    {0x062D, "h"},  {0x062E, "h"},    {0x062F, "d"},    {0x0630, "z|d"}, {0x0631, "r"},    {0x0632, "z"},
    {0x0633, "s"},  {0x0634, "S"},    {0x0635, "s"},    {0x0636, "d|z"}, {0x0637, "t"},    {0x0638, "z"},
    {0x0639, "a|"}, {0x063A, "g"},    {0x0641, "f"},    {0x0642, "k"},   {0x0643, "k"},    {0x0644, "l"},
    {0x0645, "m"},  {0x0646, "n"},    {0x0647, "h|"},   {0x0648, "u"},   {0x0649, "a"},    {0x064A, "i"},
    {0x0671, "a"},  {0x067E, "p"},    {0x0686, "C"},    {0x0698, "Z"},   {0x06A4, "v"},    {0x06A9, "k"},
    {0x06AF, "g"},  {0x06CC, "i"},    {0x10D0, "a"},    {0x10D1, "b"},   {0x10D2, "g"},    {0x10D3, "d"},
    {0x10D4, "e"},  {0x10D5, "v"},    {0x10D6, "z"},    {0x10D7, "t"},   {0x10D8, "i"},    {0x10D9, "k"},
    {0x10DA, "l"},  {0x10DB, "m"},    {0x10DC, "n"},    {0x10DD, "o"},   {0x10DE, "p"},    {0x10DF, "Z"},
    {0x10E0, "r"},  {0x10E1, "s"},    {0x10E2, "t"},    {0x10E3, "u"},   {0x10E4, "p|f"},  {0x10E5, "k"},
    {0x10E6, "g"},  {0x10E7, "k"},    {0x10E8, "S"},    {0x10E9, "C"},   {0x10EA, "c"},    {0x10EB, "z|c"},
    {0x10EC, "c"},  {0x10ED, "C"},    {0x10EE, "h"},    {0x10EF, "J"},   {0x10F0, "h"},
}};

/// Latin letters beyond a to z, by code point.
constexpr std::array<Sound, 83> kSpellings = {{
    {0x00E0, "a"},  {0x00E1, "a"},  {0x00E2, "a"}, {0x00E3, "a"},  {0x00E4, "a"},  {0x00E5, "a"},
    {0x00E6, "ae"}, {0x00E7, "ch"}, {0x00E8, "e"}, {0x00E9, "e"},  {0x00EA, "e"},  {0x00EB, "e"},
    {0x00EC, "i"},  {0x00ED, "i"},  {0x00EE, "i"}, {0x00EF, "i"},  {0x00F0, "d"},  {0x00F1, "n"},
    {0x00F2, "o"},  {0x00F3, "o"},  {0x00F4, "o"}, {0x00F5, "o"},  {0x00F6, "o"},  {0x00F8, "o"},
    {0x00F9, "u"},  {0x00FA, "u"},  {0x00FB, "u"}, {0x00FC, "u"},  {0x00FD, "y"},  {0x00FE, "th"},
    {0x00FF, "y"},  {0x0101, "a"},  {0x0103, "a"}, {0x0105, "a"},  {0x0107, "ch"}, {0x010B, "ch"},
    {0x010D, "ch"}, {0x010F, "d"},  {0x0111, "d"}, {0x0113, "e"},  {0x0117, "e"},  {0x0119, "e"},
    {0x011B, "e"},  {0x011F, "gh"}, {0x0121, "g"}, {0x0123, "g"},  {0x0127, "h"},  {0x012B, "i"},
    {0x012F, "i"},  {0x0131, "i"},  {0x0137, "k"}, {0x013A, "l"},  {0x013C, "l"},  {0x013E, "l"},
    {0x0142, "l"},  {0x0144, "n"},  {0x0146, "n"}, {0x0148, "n"},  {0x014D, "o"},  {0x0151, "o"},
    {0x0153, "oe"}, {0x0155, "r"},  {0x0159, "r"}, {0x015B, "sh"}, {0x015F, "sh"}, {0x0161, "sh"},
    {0x0163, "ts"}, {0x0165, "t"},  {0x016B, "u"}, {0x016F, "u"},  {0x0171, "u"},  {0x0173, "u"},
    {0x0175, "w"},  {0x0177, "y"},  {0x017A, "z"}, {0x017C, "zh"}, {0x017E, "zh"}, {0x0219, "sh"},
    {0x021B, "ts"}, {0x0259, "a"},  {0x02B9, ""},  {0x02BB, ""},   {0x02BC, ""},
}};

struct Sequence {
  std::u32string_view letters;
  std::string_view sound;
};

/// Letters that sound otherwise together than one by one.
constexpr std::array<Sequence, 41> kSequences = {
    {{U"ու", "u"},     {U"եւ", "ev"},    {U"μπ", "b|mb|mp"}, {U"ντ", "d|nd|nt"}, {U"γκ", "g|ng|nk"},
     {U"γγ", "ng"},    {U"γε", "ge|ie"}, {U"γέ", "ge|ie"},   {U"γι", "gi|i"},    {U"γί", "gi|i"},
     {U"άι", "ai"},    {U"έι", "ei"},    {U"όι", "oi"},      {U"αί", "e"},       {U"εί", "i"},
     {U"οί", "i"},     {U"εύ", "ev|ef"}, {U"αύ", "av|af"},   {U"τσ", "C|c"},     {U"τζ", "J|z"},
     {U"ου", "u"},     {U"ού", "u"},     {U"αι", "e|ai"},    {U"ει", "i|ei"},    {U"οι", "i|oi"},
     {U"ευ", "ev|ef"}, {U"αυ", "av|af"}, {U"дж", "J"},       {U"тч", "C"},       {U"տչ", "C"},
     {U"թչ", "C"},     {U"ტჩ", "C"},     {U"тс", "c"},       {U"дз", "z|c"},     {U"وا", "va|ua"},
     {U"وي", "vi|ui"}, {U"تش", "C|S"},   {U"تس", "c"},       {U"دج", "J"},       {U"טש", "C"},
     {U"דז", "J|z"}}};

struct Range {
  char32_t first;
  char32_t last;
  NameScript script;
};
constexpr std::array<Range, 12> kScripts = {{{U'a', U'z', NameScript::latin},
                                             {0x00C0, 0x024F, NameScript::latin},
                                             {0x0259, 0x0259, NameScript::latin},
                                             {0x02B9, 0x02BC, NameScript::latin},
                                             {0x0370, 0x03FF, NameScript::greek},
                                             {0x0400, 0x052F, NameScript::cyrillic},
                                             {0x0531, 0x0588, NameScript::armenian},
                                             {0x05D0, 0x05F2, NameScript::hebrew},
                                             {0x0620, 0x06D3, NameScript::arabic},
                                             {0x10D0, 0x10FF, NameScript::georgian},
                                             {0x1E00, 0x1EFF, NameScript::latin},
                                             {0x1F00, 0x1FFF, NameScript::greek}}};

template <std::size_t kSize>
std::string_view look_up(const std::array<Sound, kSize>& table, char32_t letter) {
  const auto place =
      std::lower_bound(table.begin(), table.end(), letter,
                       [](const Sound& sound, char32_t wanted) { return sound.letter < wanted; });
  return place != table.end() && place->letter == letter ? place->sound : std::string_view();
}

}  // namespace

NameScript name_script(char32_t letter) {
  for (const Range& range : kScripts)
    if (letter >= range.first && letter <= range.last) return range.script;
  return NameScript::other;
}

std::pair<std::string_view, std::size_t> sound_at(std::u32string_view letters) {
  for (const Sequence& sequence : kSequences)
    if (letters.starts_with(sequence.letters)) return {sequence.sound, sequence.letters.size()};
  return {look_up(kSounds, letters.front()), 1};
}

std::string_view spelling_of(char32_t letter) {
  constexpr std::string_view kPlain = "abcdefghijklmnopqrstuvwxyz";
  if (letter >= U'a' && letter <= U'z') return kPlain.substr(letter - U'a', 1);
  return look_up(kSpellings, letter);
}

}  // namespace newsline
