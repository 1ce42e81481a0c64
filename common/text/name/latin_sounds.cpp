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

/// Longer spellings first. As agencies and atlases write foreign names in English, with what German, French,
/// Polish and Turkish do otherwise as a second reading.
constexpr std::array kSpellings = {
    Spelling{"shch", "SC|S"}, Spelling{"stch", "SC|S"}, Spelling{"tsch", "C"},   Spelling{"tch", "C"},
    Spelling{"sch", "S|sk"},  Spelling{"dzh", "J"},     Spelling{"dj", "J"},     Spelling{"sh", "S"},
    Spelling{"zh", "Z"},      Spelling{"kh", "h"},      Spelling{"gh", "g"},     Spelling{"ph", "f"},
    Spelling{"th", "t"},      Spelling{"dh", "d"},      Spelling{"ts", "c"},     Spelling{"tz", "c"},
    Spelling{"ck", "k"},      Spelling{"cz", "C"},      Spelling{"ch", "C|h|S"}, Spelling{"qu", "kv|k"},
    Spelling{"oo", "u"},      Spelling{"ou", "u"},      Spelling{"ee", "i"},     Spelling{"ew", "iu"},
    Spelling{"ow", "ov|au"},  Spelling{"ei", "ei|ai"},  Spelling{"ea", "ea|i"},  Spelling{"gua", "gua|gva"},
    Spelling{"x", "ks|h"},    Spelling{"j", "i|J"},     Spelling{"y", "i"},      Spelling{"w", "v|u"},
    Spelling{"q", "k|g"},     Spelling{"z", "z|c"},
};

constexpr std::string_view kPlain = "abdefghiklmnoprstuv";

bool softens(std::string_view behind) {
  return !behind.empty() && std::string_view("eiy").find(behind.front()) != std::string_view::npos;
}

}  // namespace

std::pair<std::string_view, std::size_t> latin_sound(std::string_view letters) {
  for (const Spelling& spelling : kSpellings)
    if (letters.front() == spelling.letters.front() && letters.starts_with(spelling.letters))
      return {spelling.sound, spelling.letters.size()};
  if (letters == "h") return {"h|", 1};
  if (letters == "ge") return {"ge|Z", 2};
  if (letters.front() == 'c') return {letters == "c" ? "k|C" : softens(letters.substr(1)) ? "s|c|C" : "k", 1};
  const std::size_t place = kPlain.find(letters.front());
  return {place == std::string_view::npos ? std::string_view() : kPlain.substr(place, 1), 1};
}

}  // namespace newsline
