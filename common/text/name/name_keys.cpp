// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/text/name/name_keys.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "common/text/name/letters.h"
#include "common/text/name/readings.h"

namespace newsline {
namespace {

constexpr std::size_t kMinKeyLetters = 2;

/// What may stand between two spellings of one name, for each letter of the longer: measured on names in six
/// scripts (tests/text/name_keys_test.cpp).
constexpr double kTolerance = 0.13;

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
  if (!reading.empty() && is_vowel(reading.front())) key += 'a';
  for (const char sound : reading) {
    const char letter = key_letter(sound);
    if (letter != 0 && (key.empty() || key.back() != letter)) key += letter;
  }
  return key;
}

/// How far two sounds are apart: 0 the same, 1 unlike.
double apart(char a, char b, bool is_consonantal) {
  if (a == b) return 0;
  if (is_vowel(a) && is_vowel(b)) return 0.35;
  if ((a == 'i' && b == 'J') || (a == 'J' && b == 'i')) return 0.5;
  if ((a == 'u' && b == 'v') || (a == 'v' && b == 'u')) return 0.3;
  if (key_letter(a) == 0 || key_letter(a) != key_letter(b)) return 1;
  return is_consonantal ? 0.2 : 0.45;
}

double cost_of_missing(char sound, bool is_consonantal) {
  if (is_vowel(sound)) return is_consonantal ? 0.05 : 0.5;
  return sound == 'h' ? 0.5 : 1;
}

double distance(std::string_view a, std::string_view b, bool is_consonantal) {
  std::vector<double> row(b.size() + 1);
  for (std::size_t j = 1; j <= b.size(); ++j) row[j] = row[j - 1] + cost_of_missing(b[j - 1], is_consonantal);
  for (const char sound : a) {
    double diagonal = row[0];
    row[0] += cost_of_missing(sound, is_consonantal);
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const double replaced = diagonal + apart(sound, b[j - 1], is_consonantal);
      diagonal = row[j];
      row[j] = std::min({replaced, row[j] + cost_of_missing(sound, is_consonantal),
                         row[j - 1] + cost_of_missing(b[j - 1], is_consonantal)});
    }
  }
  return row[b.size()];
}

bool sound_alike(std::string_view a, std::string_view b, bool is_consonantal) {
  const auto longer = static_cast<double>(std::max(a.size(), b.size()));
  return distance(a, b, is_consonantal) <= kTolerance * longer;
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

bool may_be_one_name(std::string_view a, std::string_view b) {
  const NameScript script_a = script_of(a);
  const NameScript script_b = script_of(b);
  const bool is_consonantal = leaves_vowels_out(script_a) || leaves_vowels_out(script_b);
  const std::vector<std::string> readings_a = readings(a);
  const std::vector<std::string> readings_b = readings(b);
  return std::any_of(readings_a.begin(), readings_a.end(), [&](const std::string& one) {
    return std::any_of(readings_b.begin(), readings_b.end(), [&](const std::string& other) {
      return script_a == script_b ? one == other : sound_alike(one, other, is_consonantal);
    });
  });
}

}  // namespace newsline
