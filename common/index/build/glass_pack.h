// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

/// Numbers and keys as glass 1.4 writes them (xapian-core, common/pack.h): each is appended to `out`.
namespace newsline::glass {

/// Groups of seven bits, low group first, high bit set on all but the last.
inline void append_number(std::string& out, std::uint64_t number) {
  for (; number >= 0x80; number >>= 7) out += static_cast<char>((number & 0x7f) | 0x80);
  out += static_cast<char>(number);
}

/// Behind its length.
inline void append_text(std::string& out, std::string_view text) {
  append_number(out, text.size());
  out += text;
}

/// So that the order of bytes is the order of numbers.
void append_sorted_number(std::string& out, std::uint32_t number);

/// The key of a term; what follows it must begin with something else than ff.
void append_term(std::string& out, std::string_view term);

}  // namespace newsline::glass
