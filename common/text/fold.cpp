// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/text/fold.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>

#include "common/error.h"
#include "common/text/ascii_words.h"
#include "common/text/fold_units.h"

namespace newsline {
namespace {

constexpr char16_t kTatweel = 0x0640;
constexpr char16_t kDotAbove = 0x0307;
constexpr char16_t kFirstDropped = 0x0307;  // nothing below it is dropped
constexpr char16_t kLastDropped = 0x0670;   // nor above this

const icu::Normalizer2& load_casefold() {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* normalizer = icu::Normalizer2::getNFKCCasefoldInstance(status);
  if (U_FAILURE(status)) {
    throw Error(ErrorKind::data, std::string("ICU cannot load its folding data: ") + u_errorName(status),
                "install ICU's data again (package libicu72 on Debian 12)");
  }
  return *normalizer;
}

const icu::Normalizer2& casefold() {
  static const icu::Normalizer2& kCasefold = load_casefold();
  return kCasefold;
}

bool is_dropped(char16_t unit) {
  if (unit >= 0x055A && unit <= 0x055F) return true;
  if (unit >= 0x0591 && unit <= 0x05C7) return u_charType(unit) == U_NON_SPACING_MARK;
  return unit == kTatweel || (unit >= 0x064B && unit <= 0x065F) || unit == kLastDropped;
}

/// Takes out what comparing ignores; says whether there was any.
bool drop_marks(icu::UnicodeString& text) {
  icu::UnicodeString kept;
  bool dropped = false;
  for (std::int32_t at = 0; at < text.length(); ++at) {
    const char16_t unit = text[at];
    const bool candidate = unit >= kFirstDropped && unit <= kLastDropped;
    const bool behind_i = !kept.isEmpty() && kept[kept.length() - 1] == u'i';
    const bool drop = candidate && (unit == kDotAbove ? behind_i : is_dropped(unit));
    if (drop && !dropped) {
      dropped = true;
    }
    if (!drop) kept.append(unit);
  }
  if (dropped) text = kept;
  return dropped;
}

bool has_candidates(const icu::UnicodeString& text) {
  const char16_t* units = text.getBuffer();
  return std::any_of(units, units + text.length(),
                     [](char16_t unit) { return unit >= kFirstDropped && unit <= kLastDropped; });
}

/// What is dropped may have kept its neighbours from composing (a Hangul vowel behind a tatweel), so the text
/// is normalised again until nothing is dropped. Each round but the last makes it shorter.
icu::UnicodeString normalised(const icu::UnicodeString& text) {
  UErrorCode status = U_ZERO_ERROR;
  icu::UnicodeString folded = casefold().normalize(text, status);
  while (U_SUCCESS(status) && has_candidates(folded) && drop_marks(folded)) {
    folded = casefold().normalize(folded, status);
  }
  if (U_FAILURE(status)) {
    throw Error(ErrorKind::data, std::string("ICU cannot fold a text: ") + u_errorName(status));
  }
  return folded;
}

/// Leaves single blanks between words, or none at all; says whether anything changed.
bool squeeze(icu::UnicodeString& text, Blanks blanks) {
  icu::UnicodeString kept;
  bool pending = false;
  for (std::int32_t at = 0; at < text.length(); ++at) {
    const char16_t unit = text[at];  // all white space is in the basic plane
    if (u_isUWhiteSpace(unit) != 0) {
      pending = blanks == Blanks::single && !kept.isEmpty();
      continue;
    }
    if (pending) kept.append(u' ');
    pending = false;
    kept.append(unit);
  }
  const bool changed = kept != text;
  if (changed) text = kept;
  return changed;
}

void append_utf8(const icu::UnicodeString& text, std::string& out) { text.toUTF8String(out); }

std::string fold_ascii(std::string_view text) {
  std::string out(text.size(), ' ');
  std::size_t end = 0;
  bool pending = false;
  for (const char c : text) {
    if (c == ' ' || (c >= '\t' && c <= '\r')) {
      pending = end > 0;
      continue;
    }
    end += pending ? 1 : 0;
    pending = false;
    out[end++] = c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
  }
  out.resize(end);
  return out;
}

/// Units below this have their folding in a table; it covers the alphabets and the Indic scripts.
constexpr std::size_t kTableSize = 0x2000;
using UnitTable = std::array<char16_t, kTableSize>;

UnitTable make_unit_table() {
  UnitTable table{};
  for (std::size_t unit = 0; unit < kTableSize; ++unit) {
    const auto c = static_cast<char16_t>(unit);
    // Without a boundary before it, a character may compose with, or be moved before, what precedes it.
    if (u_isUWhiteSpace(c) != 0 || casefold().hasBoundaryBefore(c) == 0) continue;
    const icu::UnicodeString folded = normalised(icu::UnicodeString(c));
    if (folded.length() == 1 && casefold().hasBoundaryBefore(folded[0]) != 0) table[unit] = folded[0];
  }
  return table;
}

}  // namespace

char16_t folded_unit(char16_t unit) {
  static const UnitTable kTable = make_unit_table();
  if (unit < kTableSize) return kTable[unit];
  const bool hiragana = unit >= 0x3041 && unit <= 0x3096;
  const bool katakana = unit >= 0x30A1 && unit <= 0x30FA;
  const bool ideograph = unit >= 0x4E00 && unit <= 0x9FFF;
  const bool hangul = unit >= 0xAC00 && unit <= 0xD7A3;
  return hiragana || katakana || ideograph || hangul ? unit : u'\0';
}

void append_folded(std::u16string_view units, Blanks blanks, std::string& out) {
  const icu::UnicodeString alias(false, units.data(), static_cast<std::int32_t>(units.size()));
  icu::UnicodeString folded = normalised(alias);
  // Squeezing out a blank altogether makes new neighbours.
  if (squeeze(folded, blanks) && blanks == Blanks::none) folded = normalised(folded);
  append_utf8(folded, out);
}

std::string fold(std::string_view text) {
  if (is_ascii(text)) return fold_ascii(text);
  const icu::UnicodeString units =
      icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
  std::string out;
  out.reserve(text.size());
  append_folded({units.getBuffer(), static_cast<std::size_t>(units.length())}, Blanks::single, out);
  return out;
}

}  // namespace newsline
