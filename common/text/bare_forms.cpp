// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/text/bare_forms.h"

#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <array>
#include <cstdint>

#include "common/text/ascii_words.h"
#include "common/text/base_letter.h"

namespace newsline {
namespace {

struct Bare {
  char32_t letter;
  std::u32string_view usual;
  std::u32string_view other;  ///< the second custom; empty where there is but one
};

/// Letters that Unicode does not decompose, or for which there is a second custom; by code point.
constexpr std::array<Bare, 37> kLetters = {{
    {0x00E4, U"a", U"ae"}, {0x00E5, U"a", U"aa"}, {0x00E6, U"ae", U"a"}, {0x00F0, U"d", U""},
    {0x00F6, U"o", U"oe"}, {0x00F8, U"o", U"oe"}, {0x00FC, U"u", U"ue"}, {0x00FE, U"th", U""},
    {0x0111, U"d", U"dj"}, {0x0127, U"h", U""},   {0x0131, U"i", U""},   {0x0142, U"l", U""},
    {0x0153, U"oe", U""},  {0x0167, U"t", U""},   {0x0259, U"e", U"a"},  {0x0390, U"ι", U""},
    {0x0439, U"й", U""},   {0x0450, U"е", U""},   {0x0451, U"е", U""},   {0x0457, U"і", U""},
    {0x0491, U"г", U""},   {0x0621, U"", U""},    {0x0622, U"ا", U""},   {0x0623, U"ا", U""},
    {0x0624, U"و", U""},   {0x0625, U"ا", U""},   {0x0626, U"ي", U""},   {0x0629, U"ه", U""},
    {0x0649, U"ي", U""},   {0x0671, U"ا", U""},   {0x06A9, U"ك", U""},   {0x06AA, U"ك", U""},
    {0x06C0, U"ه", U""},   {0x06C1, U"ه", U""},   {0x06CC, U"ي", U""},   {0x06D2, U"ي", U""},
    {0x06D5, U"ه", U""},
}};

/// Marks of other scripts are vowels, or make another letter.
bool sheds_marks(UChar32 letter) {
  UErrorCode status = U_ZERO_ERROR;
  const UScriptCode script = uscript_getScript(letter, &status);
  return script == USCRIPT_LATIN || script == USCRIPT_GREEK || script == USCRIPT_CYRILLIC;
}

icu::UnicodeString units_of(std::u32string_view letters) {
  icu::UnicodeString units;
  for (const char32_t letter : letters) units.append(static_cast<UChar32>(letter));
  return units;
}

/// Appends what a letter becomes by each of the two customs.
void append_bare(UChar32 letter, icu::UnicodeString& usual, icu::UnicodeString& other) {
  const auto place =
      std::lower_bound(kLetters.begin(), kLetters.end(), static_cast<char32_t>(letter),
                       [](const Bare& entry, char32_t wanted) { return entry.letter < wanted; });
  if (place != kLetters.end() && place->letter == static_cast<char32_t>(letter)) {
    usual.append(units_of(place->usual));
    other.append(units_of(place->other.empty() ? place->usual : place->other));
    return;
  }
  // A mark that composes with nothing follows its letter.
  if (u_charType(letter) == U_NON_SPACING_MARK && !usual.isEmpty() &&
      sheds_marks(usual.char32At(usual.length() - 1)))
    return;
  const UChar32 bare =
      sheds_marks(letter) ? static_cast<UChar32>(base_letter(static_cast<char32_t>(letter))) : letter;
  usual.append(bare);
  other.append(bare);
}

}  // namespace

std::vector<std::string> bare_forms(std::string_view form) {
  if (is_ascii(form)) return {};
  const icu::UnicodeString units =
      icu::UnicodeString::fromUTF8({form.data(), static_cast<std::int32_t>(form.size())});
  icu::UnicodeString usual;
  icu::UnicodeString other;
  for (std::int32_t at = 0; at < units.length(); at = units.moveIndex32(at, 1))
    append_bare(units.char32At(at), usual, other);
  std::vector<std::string> bare(2);
  usual.toUTF8String(bare[0]);
  other.toUTF8String(bare[1]);
  std::sort(bare.begin(), bare.end());
  bare.erase(std::unique(bare.begin(), bare.end()), bare.end());
  std::erase_if(bare, [&](const std::string& each) { return each.empty() || each == form; });
  return bare;
}

}  // namespace newsline
