// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/text/name/readings.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <optional>

#include "common/text/base_letter.h"
#include "common/text/code_points.h"
#include "common/text/name/latin_sounds.h"

namespace newsline {
namespace {

constexpr std::size_t kMinLetters = 3;

/// Endings of Georgian cases and the postpositions that grow onto them, longest first.
constexpr std::array<std::u32string_view, 14> kGeorgianEndings = {
    U"ისთვის", U"ისგან", U"იდან", U"თან", U"ამდე", U"მდე", U"ში",
    U"ზე",     U"ის",    U"ით",   U"მა",  U"ად",   U"ი",   U"ს"};
constexpr std::u32string_view kArabicArticle = U"ال";

/// One name that languages took over in forms that do not sound alike: Karabakh, Karabagh, Gharabagh,
/// Qarabağ.
constexpr std::array<std::string_view, 3> kAliases = {"karabah", "karabag", "garabag"};

bool is_mark(char32_t letter) { return u_charType(static_cast<UChar32>(letter)) == U_NON_SPACING_MARK; }

/// Adds each of the readings that `|` separates to each reading so far.
void append_sounds(std::vector<std::string>& readings, std::string_view sounds) {
  if (sounds.find('|') == std::string_view::npos) {
    for (std::string& reading : readings) reading += sounds;
    return;
  }
  std::vector<std::string> longer;
  longer.reserve(kMaxReadings);
  for (std::size_t at = 0; at <= sounds.size();) {
    const std::size_t end = std::min(sounds.find('|', at), sounds.size());
    for (const std::string& reading : readings)
      if (longer.size() < kMaxReadings) longer.emplace_back(reading).append(sounds.substr(at, end - at));
    at = end + 1;
  }
  readings = std::move(longer);
}

void collapse_doubles(std::string& reading) {
  reading.erase(std::unique(reading.begin(), reading.end()), reading.end());
}

std::vector<std::string> latin_readings(std::u32string_view letters) {
  std::string spelt;
  for (const char32_t letter : letters) {
    std::string_view plain = spelling_of(letter);
    if (plain.empty()) plain = spelling_of(base_letter(letter));
    spelt += plain;
  }
  std::vector<std::string> readings(1);
  for_each_latin_sound(spelt, [&](std::string_view sounds) {
    append_sounds(readings, sounds);
    return true;
  });
  return readings;
}

std::u32string without_unknown_marks(std::u32string_view letters) {
  std::u32string plain;
  for (const char32_t letter : letters)
    if (!is_mark(letter)) plain += sound_at({&letter, 1}).first.empty() ? base_letter(letter) : letter;
  return plain;
}

std::vector<std::string> other_readings(std::u32string_view letters) {
  const std::u32string plain = without_unknown_marks(letters);
  std::vector<std::string> readings(1);
  for (std::u32string_view rest = plain; !rest.empty();) {
    auto [sounds, length] = sound_at(rest);
    // At the beginning, `μπ`, `ντ` and their like are one sound.
    if (length > 1 && rest.size() == plain.size()) sounds = sounds.substr(0, sounds.find('|'));
    append_sounds(readings, sounds);
    rest.remove_prefix(length);
  }
  return readings;
}

/// What the word is without what grammar added to it.
std::optional<std::u32string_view> bare_name(std::u32string_view letters, NameScript script) {
  if (script == NameScript::arabic && letters.starts_with(kArabicArticle) &&
      letters.size() >= kArabicArticle.size() + kMinLetters)
    return letters.substr(kArabicArticle.size());
  if (script != NameScript::georgian) return std::nullopt;
  for (const std::u32string_view ending : kGeorgianEndings)
    if (letters.ends_with(ending) && letters.size() >= ending.size() + kMinLetters)
      return letters.substr(0, letters.size() - ending.size());
  return std::nullopt;
}

}  // namespace

NameScript script_of(std::u32string_view letters) {
  NameScript script = NameScript::other;
  for (const char32_t letter : letters) {
    if (is_mark(letter)) continue;
    const NameScript next = name_script(letter);
    if (next == NameScript::other || (script != NameScript::other && next != script))
      return NameScript::other;
    script = next;
  }
  return script;
}

namespace {

std::vector<std::string> readings_in(std::u32string_view letters, NameScript script) {
  if (script == NameScript::latin) return latin_readings(letters);
  std::vector<std::string> all;
  if (const auto bare = bare_name(letters, script)) all = other_readings(*bare);
  for (std::string& reading : other_readings(letters))
    if (all.size() < kMaxReadings) all.push_back(std::move(reading));
  return all;
}

void add_aliases(std::vector<std::string>& readings) {
  const auto is_alias = [](std::string_view reading) {
    return std::find(kAliases.begin(), kAliases.end(), reading) != kAliases.end();
  };
  if (std::none_of(readings.begin(), readings.end(), is_alias)) return;
  for (const std::string_view alias : kAliases)
    if (std::find(readings.begin(), readings.end(), alias) == readings.end()) readings.emplace_back(alias);
}

}  // namespace

NameScript script_of(std::string_view form) { return script_of(code_points(form)); }

std::vector<std::string> readings(std::string_view form) {
  const std::u32string letters = code_points(form);
  return readings(letters, script_of(letters));
}

std::vector<std::string> readings(std::u32string_view letters, NameScript script) {
  if (script == NameScript::other || letters.size() < kMinLetters) return {};
  std::vector<std::string> all = readings_in(letters, script);
  for (std::string& reading : all) collapse_doubles(reading);
  add_aliases(all);
  return all;
}

}  // namespace newsline
