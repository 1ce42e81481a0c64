// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/text/name/latin_sounds.h"

#include <array>
#include <cstddef>

namespace newsline {
namespace {

struct Spelling {
  std::string_view letters;
  std::string_view sound;
};

/// By their first letter, of each the longer ones first. As agencies and atlases write foreign names in
/// English, with what German, French, Polish and Turkish do otherwise as a second reading.
constexpr std::array kSpellings = {
    Spelling{"ch", "C|h|S"},  Spelling{"ck", "k"},      Spelling{"cz", "C"},        Spelling{"dzh", "J"},
    Spelling{"dh", "d"},      Spelling{"dj", "J"},      Spelling{"ea", "ea|i"},     Spelling{"ee", "i"},
    Spelling{"ei", "ei|ai"},  Spelling{"ew", "iu"},     Spelling{"gua", "gua|gva"}, Spelling{"gh", "g"},
    Spelling{"j", "i|J"},     Spelling{"kh", "h"},      Spelling{"oo", "u"},        Spelling{"ou", "u"},
    Spelling{"ow", "ov|au"},  Spelling{"ph", "f"},      Spelling{"qu", "kv|k"},     Spelling{"q", "k|g"},
    Spelling{"shch", "SC|S"}, Spelling{"stch", "SC|S"}, Spelling{"sch", "S|sk"},    Spelling{"sh", "S"},
    Spelling{"tsch", "C"},    Spelling{"tch", "C"},     Spelling{"th", "t"},        Spelling{"ts", "c"},
    Spelling{"tz", "c"},      Spelling{"w", "v|u"},     Spelling{"x", "ks|h"},      Spelling{"y", "i"},
    Spelling{"zh", "Z"},      Spelling{"z", "z|c"},
};

/// Where the spellings begin that have this letter, from `a` on, or a later one.
constexpr std::array<std::size_t, 27> kFirstOfLetter = [] {
  std::array<std::size_t, 27> first{};
  for (std::size_t letter = 0; letter < first.size(); ++letter)
    while (first[letter] < kSpellings.size() &&
           kSpellings[first[letter]].letters.front() < static_cast<char>('a' + letter))
      ++first[letter];
  return first;
}();

constexpr std::string_view kPlain = "abdefghiklmnoprstuv";

bool softens(std::string_view behind) {
  return !behind.empty() && std::string_view("eiy").find(behind.front()) != std::string_view::npos;
}

}  // namespace

std::pair<std::string_view, std::size_t> latin_sound(std::string_view letters) {
  const auto letter = static_cast<std::size_t>(letters.front() - 'a');
  for (std::size_t at = kFirstOfLetter[letter]; at < kFirstOfLetter[letter + 1]; ++at)
    if (letters.starts_with(kSpellings[at].letters))
      return {kSpellings[at].sound, kSpellings[at].letters.size()};
  if (letters == "h") return {"h|", 1};
  if (letters == "ge") return {"ge|Z", 2};
  if (letters.front() == 'c') return {letters == "c" ? "k|C" : softens(letters.substr(1)) ? "s|c|C" : "k", 1};
  const std::size_t place = kPlain.find(letters.front());
  return {place == std::string_view::npos ? std::string_view() : kPlain.substr(place, 1), 1};
}

}  // namespace newsline
