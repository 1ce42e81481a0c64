// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/text/name/name_keys.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "common/text/code_points.h"
#include "common/text/name/letters.h"
#include "common/text/name/readings.h"

namespace newsline {
namespace {

constexpr std::size_t kMinKeyLetters = 2;

/// What may stand between two spellings of one name, for each letter of one: measured on names in six
/// scripts (tests/text/name/names_in_scripts_test.cpp).
constexpr double kTolerance = 0.13;

/// The same for names that meet by way of a third, which is less of a proof: with more, `star` stood for
/// story, `rudy` for ready.
constexpr double kToleranceByThird = 2 * kTolerance;
constexpr double kToleranceByThirdInOneScript = 0.08;

constexpr std::string_view kVowels = "aeiou";

bool is_vowel(char sound) { return kVowels.find(sound) != std::string_view::npos; }

/// The one letter that stands for all sounds that scripts confuse with this one; 0 for those that come and
/// go.
char key_letter(char sound) {
  constexpr std::array<std::string_view, 5> kConfused = {"pb", "td", "kg", "fv", "szcSCZJ"};
  if (is_vowel(sound) || sound == 'h') return 0;
  for (const std::string_view group : kConfused)
    if (group.find(sound) != std::string_view::npos) return group.front();
  return sound;
}

std::string key_of(std::string_view reading) {
  std::string key;
  std::size_t consonants = 0;
  if (!reading.empty() && is_vowel(reading.front())) key += 'a';
  for (const char sound : reading) {
    const char letter = key_letter(sound);
    consonants += is_vowel(sound) ? 0 : 1;
    if (letter != 0 && (key.empty() || key.back() != letter)) key += letter;
  }
  // Names such as Duda, Lula and Haifa.
  if (key.size() == 1 && consonants >= kMinKeyLetters) key += key.front();
  return key;
}

/// What scripts that are compared cannot write.
struct Lack {
  bool vowels = false;   ///< short ones, in Arabic and Hebrew; and p, v, g
  bool hushing = false;  ///< sh, zh, ch, dzh, in Greek
};

bool is_pair(char a, char b, char one, char other) {
  return (a == one && b == other) || (a == other && b == one);
}

/// How far two consonants are apart that scripts confuse.
double confusion(char a, char b, const Lack& lack) {
  if (is_pair(a, b, 'p', 'b')) return lack.vowels ? 0.1 : 0.6;
  if (is_pair(a, b, 'k', 'g')) return lack.vowels ? 0.15 : 0.5;
  if (is_pair(a, b, 'f', 'v')) return lack.vowels || lack.hushing ? 0.1 : 0.3;
  if (is_pair(a, b, 't', 'd')) return 0.6;
  if (is_pair(a, b, 'Z', 'J')) return 0.2;
  if (is_pair(a, b, 's', 'S') || is_pair(a, b, 'z', 'Z') || is_pair(a, b, 'c', 'C'))
    return lack.hushing ? 0.1 : 0.5;
  if (is_pair(a, b, 'C', 'S') || is_pair(a, b, 'c', 's') || is_pair(a, b, 'c', 'z')) return 0.4;
  return is_pair(a, b, 's', 'z') ? 0.45 : 0.8;
}

double vowel_change(char a, char b, const Lack& lack) {
  if (!lack.vowels) return 0.35;
  return is_pair(a, b, 'o', 'u') || is_pair(a, b, 'e', 'i') ? 0.05 : 0.5;
}

/// How far two sounds are apart: 0 the same, 1 unlike.
double apart(char a, char b, const Lack& lack) {
  if (a == b) return 0;
  if (is_vowel(a) && is_vowel(b)) return vowel_change(a, b, lack);
  if (is_pair(a, b, 'i', 'J')) return 0.5;
  if (is_pair(a, b, 'u', 'v')) return 0.3;
  if (key_letter(a) == 0 || key_letter(a) != key_letter(b)) return 1;
  return confusion(a, b, lack);
}

/// A vowel that is written in a script without short vowels is a long one.
double cost_of_missing(char sound, bool has_vowels, const Lack& lack) {
  if (is_vowel(sound)) return lack.vowels ? (has_vowels ? 0.08 : 0.4) : 0.5;
  return sound == 'h' && !lack.vowels ? 0.5 : 1;
}

/// A reading and whether its script writes all vowels.
struct Heard {
  std::string_view sounds;
  bool has_vowels = true;
};

double distance(const Heard& a, const Heard& b, const Lack& lack) {
  std::vector<double> row(b.sounds.size() + 1);
  const auto missing_in_a = [&](std::size_t j) {
    return cost_of_missing(b.sounds[j - 1], b.has_vowels, lack);
  };
  for (std::size_t j = 1; j < row.size(); ++j) row[j] = row[j - 1] + missing_in_a(j);
  for (const char sound : a.sounds) {
    const double missing_in_b = cost_of_missing(sound, a.has_vowels, lack);
    double diagonal = row[0];
    row[0] += missing_in_b;
    for (std::size_t j = 1; j < row.size(); ++j) {
      const double replaced = diagonal + apart(sound, b.sounds[j - 1], lack);
      diagonal = row[j];
      row[j] = std::min({replaced, row[j] + missing_in_b, row[j - 1] + missing_in_a(j)});
    }
  }
  return row.back();
}

bool sound_alike(const Heard& a, const Heard& b, const Lack& lack, double tolerance) {
  const double letters = static_cast<double>(a.sounds.size() + b.sounds.size()) / 2;
  return distance(a, b, lack) <= tolerance * letters;
}

bool leaves_vowels_out(NameScript script) {
  return script == NameScript::arabic || script == NameScript::hebrew;
}

}  // namespace

std::vector<std::string> name_keys(std::string_view form) {
  std::vector<std::string> keys;
  for (const std::string& reading : readings(form)) {
    std::string key = key_of(reading);
    if (key.size() >= kMinKeyLetters) keys.push_back(std::move(key));
  }
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  return keys;
}

bool may_be_one_name(std::string_view a, std::string_view b) { return NamePattern(a).fits(NamePattern(b)); }

NamePattern::NamePattern(std::string_view form) : NamePattern(code_points(form)) {}

NamePattern::NamePattern(const std::u32string& letters)
    : script_(script_of(letters)), readings_(newsline::readings(letters, script_)) {}

bool NamePattern::fits(const NamePattern& other) const {
  if (script_ != other.script_) return sounds_like(other, kTolerance);
  return std::ranges::find_first_of(readings_, other.readings_) != readings_.end();
}

bool NamePattern::resembles(const NamePattern& other) const {
  return sounds_like(other, script_ == other.script_ ? kToleranceByThirdInOneScript : kToleranceByThird);
}

bool NamePattern::sounds_like(const NamePattern& other, double tolerance) const {
  const bool has_vowels = !leaves_vowels_out(script_);
  const bool other_has_vowels = !leaves_vowels_out(other.script_);
  const Lack lack{!has_vowels || !other_has_vowels,
                  script_ == NameScript::greek || other.script_ == NameScript::greek};
  return std::ranges::any_of(readings_, [&](const std::string& mine) {
    return std::ranges::any_of(other.readings_, [&](const std::string& theirs) {
      return sound_alike({mine, has_vowels}, {theirs, other_has_vowels}, lack, tolerance);
    });
  });
}

}  // namespace newsline
