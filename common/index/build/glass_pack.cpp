// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/build/glass_pack.h"

#include <bit>

namespace newsline::glass {

void append_sorted_number(std::string& out, std::uint32_t number) {
  if (number < 0x8000) {
    out += static_cast<char>(number >> 8);
    out += static_cast<char>(number);
    return;
  }
  // As many leading ones as there are bytes behind the second, then a zero.
  const auto bits = static_cast<unsigned>(std::bit_width(number));
  const unsigned bytes = (bits + 5) / 7;
  const unsigned marks = 0xffU << (10 - bytes) & 0xffU;
  for (unsigned left = bytes; left-- > 0;) {
    const unsigned byte = left < 4 ? number >> (8 * left) & 0xffU : 0;
    out += static_cast<char>(left == bytes - 1 ? byte | marks : byte);
  }
}

void append_term(std::string& out, std::string_view term) {
  for (const char c : term) {
    out += c;
    if (c == '\0') out += '\xff';
  }
}

}  // namespace newsline::glass
