// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/text/charset/armscii8.h"

#include <array>
#include <cstdint>

namespace newsline {
namespace {

constexpr unsigned kFirstSign = 0xA0;
constexpr unsigned kFirstLetter = 0xB2;  // capital and small letters take turns from here
constexpr unsigned kLastLetter = 0xFD;
constexpr unsigned kApostrophe = 0xFE;
constexpr std::uint16_t kNone = 0xFFFD;

/// What stands before the letters.
constexpr std::array<std::uint16_t, kFirstLetter - kFirstSign> kSigns{
    0x00A0, 0x058D, 0x0587, 0x0589, ')', '(',    0x00BB, 0x00AB,  // 0xA0
    0x2014, '.',    0x055D, ',',    '-', 0x058A, 0x2026, 0x055C,  // 0xA8
    0x055B, 0x055E};                                              // 0xB0

std::uint16_t code_point_of(unsigned byte) {
  constexpr std::uint16_t kCapital = 0x0531;
  constexpr std::uint16_t kSmall = 0x0561;
  if (byte < kFirstSign) return static_cast<std::uint16_t>(byte);
  if (byte < kFirstLetter) return kSigns[byte - kFirstSign];
  const unsigned letter = byte - kFirstLetter;
  if (byte <= kLastLetter)
    return static_cast<std::uint16_t>((letter % 2 == 0 ? kCapital : kSmall) + letter / 2);
  return byte == kApostrophe ? 0x055A : kNone;
}

void append_utf8(std::string& out, std::uint16_t code_point) {
  const auto byte = [](unsigned value) { return static_cast<char>(value); };
  if (code_point < 0x80) {
    out += byte(code_point);
  } else if (code_point < 0x800) {
    out += {byte(0xC0U | (code_point >> 6U)), byte(0x80U | (code_point & 0x3FU))};
  } else {
    out += {byte(0xE0U | (code_point >> 12U)), byte(0x80U | ((code_point >> 6U) & 0x3FU)),
            byte(0x80U | (code_point & 0x3FU))};
  }
}

}  // namespace

MendedText from_armscii8(std::string_view bytes) {
  MendedText out;
  out.text.reserve(bytes.size() * 2);
  for (const char each : bytes) {
    const std::uint16_t code_point = code_point_of(static_cast<unsigned char>(each));
    if (code_point == kNone) ++out.replaced;
    append_utf8(out.text, code_point);
  }
  return out;
}

bool is_armscii8(std::string_view bytes) {
  constexpr std::size_t kFewestLetters = 12;
  std::size_t letters = 0;
  std::size_t small = 0;
  std::size_t words = 0;
  std::size_t others = 0;
  bool in_word = false;
  for (const char each : bytes) {
    const auto byte = static_cast<unsigned char>(each);
    const bool is_letter = byte >= kFirstLetter && byte <= kLastLetter;
    if (is_letter) {
      ++letters;
      small += byte % 2;
      if (!in_word) ++words;
    } else if (byte >= 0x80 && (byte < kFirstSign || byte > kApostrophe)) {
      ++others;
    }
    in_word = is_letter;
  }
  return letters >= kFewestLetters && small * 10 >= letters * 9 && words * 3 <= letters &&
         others * 20 <= letters;
}

}  // namespace newsline
