// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/files/packed_key.h"

namespace newsline {
namespace {

constexpr std::string_view kDigits = "0123456789abcdef";

/// Of a hexadecimal digit; 16 for any other character.
unsigned value_of(char digit) {
  if (digit >= '0' && digit <= '9') return static_cast<unsigned>(digit - '0');
  if (digit >= 'a' && digit <= 'f') return static_cast<unsigned>(digit - 'a') + 10;
  return 16;
}

}  // namespace

PackedKey packed_key(std::string_view key) {
  PackedKey packed{};
  if (key.size() != 2 * packed.size()) return {};
  for (std::size_t at = 0; at < packed.size(); ++at) {
    const unsigned high = value_of(key[2 * at]);
    const unsigned low = value_of(key[2 * at + 1]);
    if (high == 16 || low == 16) return {};
    packed[at] = static_cast<unsigned char>(high << 4 | low);
  }
  return packed;
}

std::string unpacked_key(const PackedKey& key) {
  std::string digits;
  digits.reserve(2 * key.size());
  for (const unsigned char byte : key) {
    digits += kDigits[byte >> 4];
    digits += kDigits[byte & 15U];
  }
  return digits;
}

}  // namespace newsline
