// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/search/query/signs.h"

#include <algorithm>
#include <array>

#include "common/text/utf8.h"

namespace newsline {
namespace {

/// Code points from `first` to `last`, both included, that mean the same.
struct SignRange {
  char32_t first;
  char32_t last;
  Sign sign;
};

// In order of code points: sign_of() searches by halves.
constexpr std::array kSigns{
    SignRange{0x0000, 0x0008, Sign::control},
    SignRange{0x0009, 0x000D, Sign::blank},
    SignRange{0x000E, 0x001F, Sign::control},
    SignRange{U' ', U' ', Sign::blank},
    SignRange{U'!', U'!', Sign::pause},
    SignRange{U'"', U'"', Sign::quote},
    SignRange{U'#', U'#', Sign::hash},
    SignRange{U'(', U'(', Sign::open},
    SignRange{U')', U')', Sign::close},
    SignRange{U'*', U'*', Sign::star},
    SignRange{U',', U',', Sign::pause},
    SignRange{U'-', U'-', Sign::dash},
    SignRange{U':', U':', Sign::colon},
    SignRange{U';', U';', Sign::pause},
    SignRange{U'=', U'=', Sign::equals},
    SignRange{U'?', U'?', Sign::pause},
    SignRange{0x007F, 0x0084, Sign::control},
    SignRange{0x0085, 0x0085, Sign::blank},  // next line
    SignRange{0x0086, 0x009F, Sign::control},
    SignRange{0x00A0, 0x00A0, Sign::blank},  // no-break space
    SignRange{0x00AB, 0x00AB, Sign::quote},  // « closes in »German«
    SignRange{0x00BB, 0x00BB, Sign::quote},
    SignRange{0x037E, 0x037E, Sign::pause},      // Greek question mark
    SignRange{0x0589, 0x0589, Sign::pause},      // Armenian full stop
    SignRange{0x060C, 0x060C, Sign::pause},      // Arabic comma
    SignRange{0x061B, 0x061B, Sign::pause},      // Arabic semicolon
    SignRange{0x061C, 0x061C, Sign::invisible},  // Arabic letter mark
    SignRange{0x061F, 0x061F, Sign::pause},      // Arabic question mark
    SignRange{0x06D4, 0x06D4, Sign::pause},      // Urdu full stop
    SignRange{0x0964, 0x0965, Sign::pause},      // danda
    SignRange{0x1680, 0x1680, Sign::blank},
    SignRange{0x2000, 0x200B, Sign::blank},      // spaces of all widths, zero included
    SignRange{0x200E, 0x200F, Sign::invisible},  // marks of direction
    SignRange{0x2010, 0x2015, Sign::dash},
    SignRange{0x201C, 0x201D, Sign::quote},  // “ closes in „German“
    SignRange{0x201E, 0x201E, Sign::opening_quote},
    SignRange{0x201F, 0x201F, Sign::quote},
    SignRange{0x2026, 0x2026, Sign::pause},      // …
    SignRange{0x2028, 0x2029, Sign::blank},      // line ends
    SignRange{0x202A, 0x202E, Sign::invisible},  // embeddings and overrides of direction
    SignRange{0x202F, 0x202F, Sign::blank},
    SignRange{0x2039, 0x203A, Sign::quote},  // ‹ ›
    SignRange{0x205F, 0x205F, Sign::blank},
    SignRange{0x2060, 0x2060, Sign::invisible},  // word joiner
    SignRange{0x2066, 0x2069, Sign::invisible},  // isolates
    SignRange{0x2212, 0x2212, Sign::dash},       // minus
    SignRange{0x3000, 0x3000, Sign::blank},
    SignRange{0x3001, 0x3002, Sign::pause},          // 、。
    SignRange{0x300C, 0x300C, Sign::opening_quote},  // 「
    SignRange{0x300D, 0x300D, Sign::quote},
    SignRange{0x300E, 0x300E, Sign::opening_quote},  // 『
    SignRange{0x300F, 0x300F, Sign::quote},
    SignRange{0x301D, 0x301D, Sign::opening_quote},  // 〝
    SignRange{0x301E, 0x301F, Sign::quote},
    SignRange{0xFE41, 0xFE41, Sign::opening_quote},
    SignRange{0xFE42, 0xFE42, Sign::quote},
    SignRange{0xFE43, 0xFE43, Sign::opening_quote},
    SignRange{0xFE44, 0xFE44, Sign::quote},
    SignRange{0xFE58, 0xFE58, Sign::dash},
    SignRange{0xFE63, 0xFE63, Sign::dash},
    SignRange{0xFEFF, 0xFEFF, Sign::invisible},
    SignRange{0xFF01, 0xFF01, Sign::pause},  // ！
    SignRange{0xFF02, 0xFF02, Sign::quote},
    SignRange{0xFF03, 0xFF03, Sign::hash},
    SignRange{0xFF08, 0xFF08, Sign::open},
    SignRange{0xFF09, 0xFF09, Sign::close},
    SignRange{0xFF0A, 0xFF0A, Sign::star},
    SignRange{0xFF0C, 0xFF0C, Sign::pause},  // ，
    SignRange{0xFF0D, 0xFF0D, Sign::dash},
    SignRange{0xFF1A, 0xFF1A, Sign::colon},
    SignRange{0xFF1B, 0xFF1B, Sign::pause},  // ；
    SignRange{0xFF1D, 0xFF1D, Sign::equals},
    SignRange{0xFF1F, 0xFF1F, Sign::pause},  // ？
    SignRange{0xFF61, 0xFF61, Sign::pause},  // half-width 。
    SignRange{0xFF62, 0xFF62, Sign::opening_quote},
    SignRange{0xFF63, 0xFF63, Sign::quote},
    SignRange{0xFF64, 0xFF64, Sign::pause},  // half-width 、
};
static_assert(std::ranges::is_sorted(kSigns, {}, &SignRange::first));

Sign sign_of(char32_t point) {
  const auto* const at = std::ranges::lower_bound(kSigns, point, {}, &SignRange::last);
  return at != kSigns.end() && at->first <= point ? at->sign : Sign::none;
}

/// Bits of a continuation byte; 0 past the end.
char32_t tail_bits(std::string_view text, std::size_t at) {
  return at < text.size() ? static_cast<unsigned char>(text[at]) & 0x3Fu : 0u;
}

bool is_ascii_letter(char32_t point) {
  return (point >= U'a' && point <= U'z') || (point >= U'A' && point <= U'Z');
}

bool is_ascii_digit(char byte) { return byte >= '0' && byte <= '9'; }

bool is_hebrew_letter(char32_t point) { return point >= 0x05D0 && point <= 0x05F2; }

/// Beyond ASCII: not in the blocks of Latin-1 signs, general punctuation, or signs of East Asia.
bool may_be_letter(char32_t point) {
  if (point < 0x80) return is_ascii_letter(point);
  if (point < 0xC0) return false;
  return !(point >= 0x2000 && point <= 0x2BFF) && !(point >= 0x3000 && point <= 0x303F) &&
         !(point >= 0xFE30 && point <= 0xFE6F) && !(point >= 0xFF00 && point <= 0xFF20);
}

}  // namespace

Glyph glyph_at(std::string_view text, std::size_t at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  Glyph glyph{lead, 1, Sign::none};
  if (lead >= 0xF0) {
    glyph = {(lead & 0x07u) << 18 | tail_bits(text, at + 1) << 12 | tail_bits(text, at + 2) << 6 |
                 tail_bits(text, at + 3),
             4, Sign::none};
  } else if (lead >= 0xE0) {
    glyph = {(lead & 0x0Fu) << 12 | tail_bits(text, at + 1) << 6 | tail_bits(text, at + 2), 3, Sign::none};
  } else if (lead >= 0xC0) {
    glyph = {(lead & 0x1Fu) << 6 | tail_bits(text, at + 1), 2, Sign::none};
  }
  glyph.sign = sign_of(glyph.point);
  return glyph;
}

bool is_letters(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const Glyph glyph = glyph_at(text, at);
    if (!may_be_letter(glyph.point)) return false;
    at += glyph.bytes;
  }
  return !text.empty();
}

bool is_gershayim(std::string_view text, std::size_t at, std::size_t bytes) {
  if (at < 2 || at + bytes >= text.size()) return false;
  const std::size_t before = utf8_floor(text, at - 1);
  return is_hebrew_letter(glyph_at(text, before).point) && is_hebrew_letter(glyph_at(text, at + bytes).point);
}

bool is_punctuation(std::string_view text) {
  if (text.starts_with("..")) return false;
  for (std::size_t at = 0; at < text.size();) {
    const Glyph glyph = glyph_at(text, at);
    if (glyph.sign != Sign::pause && glyph.sign != Sign::colon && glyph.point != U'.') return false;
    at += glyph.bytes;
  }
  return !text.empty();
}

bool separates(std::string_view text, std::size_t at) {
  const Glyph glyph = glyph_at(text, at);
  if (glyph.sign != Sign::pause || glyph.point == U'!' || glyph.point == U'?') return false;
  const std::size_t behind = at + glyph.bytes;
  return at == 0 || behind == text.size() || !is_ascii_digit(text[at - 1]) || !is_ascii_digit(text[behind]);
}

bool joins_words(std::string_view text, std::size_t at) {
  if (at == text.size() || !separates(text, at)) return false;
  const std::size_t behind = at + glyph_at(text, at).bytes;
  return behind < text.size() && glyph_at(text, behind).sign == Sign::none;
}

bool begins_group(std::string_view text, std::size_t at) {
  while (at < text.size() && glyph_at(text, at).sign == Sign::invisible) at += glyph_at(text, at).bytes;
  if (at == text.size()) return false;
  const Sign sign = glyph_at(text, at).sign;
  return sign == Sign::quote || sign == Sign::opening_quote || sign == Sign::open;
}

std::string_view without_last_pauses(std::string_view text) {
  std::size_t kept = 0;
  for (std::size_t at = 0; at < text.size();) {
    const Glyph glyph = glyph_at(text, at);
    at += glyph.bytes;
    if (glyph.sign != Sign::pause) kept = at;
  }
  return kept == 0 ? text : text.substr(0, kept);
}

std::string with_ascii_signs(std::string_view text) {
  constexpr char32_t kWidened = 0xFEE0;  // from an ASCII character to its full-width form
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const Glyph glyph = glyph_at(text, at);
    if (glyph.sign == Sign::dash) {
      out += '-';
    } else if (glyph.point > kWidened + U' ' && glyph.point <= kWidened + U'~') {
      out += static_cast<char>(glyph.point - kWidened);
    } else {
      out += text.substr(at, glyph.bytes);
    }
    at += glyph.bytes;
  }
  return out;
}

std::size_t letter_count(std::string_view text) {
  const auto is_lead = [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0u) != 0x80u; };
  return static_cast<std::size_t>(std::ranges::count_if(text, is_lead));
}

bool begins_with_syllable_letter(std::string_view text) {
  if (text.empty()) return false;
  const char32_t point = glyph_at(text, 0).point;
  return (point >= 0x3005 && point <= 0x30FF) || (point >= 0x3400 && point <= 0x9FFF) ||
         (point >= 0xAC00 && point <= 0xD7A3) || (point >= 0xF900 && point <= 0xFAFF) ||
         (point >= 0x20000 && point <= 0x3FFFF);
}

std::string shown(std::string_view text) {
  constexpr std::size_t kShownBytes = 60;
  if (text.size() <= kShownBytes) return '"' + std::string{text} + '"';
  return '"' + std::string{text.substr(0, utf8_floor(text, kShownBytes))} + "…\"";
}

}  // namespace newsline
