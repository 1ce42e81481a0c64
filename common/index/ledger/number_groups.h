// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

/// Numbers in values and metadata: groups of seven bits, low group first, high bit set on all but the last;
/// or of a fixed width.
namespace newsline {

inline void append_number(std::string& out, std::uint64_t number) {
  for (; number >= 0x80; number >>= 7) out += static_cast<char>((number & 0x7f) | 0x80);
  out += static_cast<char>(number);
}

/// Behind its length.
inline void append_text(std::string& out, std::string_view text) {
  append_number(out, text.size());
  out += text;
}

/// The lowest `bytes` bytes, the highest first.
inline void append_big_endian(std::string& out, std::uint64_t number, std::size_t bytes) {
  for (std::size_t left = bytes; left-- > 0;) out += static_cast<char>(number >> (8 * left) & 0xff);
}

/// One of four bytes, the highest first, which are there.
[[nodiscard]] inline std::uint32_t number_at(std::string_view bytes, std::size_t offset) {
  const auto byte = [&](std::size_t at) {
    return std::uint32_t{static_cast<unsigned char>(bytes[offset + at])};
  };
  return byte(0) << 24 | byte(1) << 16 | byte(2) << 8 | byte(3);
}

/// Takes numbers off the front. After a fault everything is 0 or empty and `failed` says so.
struct NumberGroups {
  std::string_view bytes;
  bool failed = false;

  std::uint64_t take() {
    std::uint64_t number = 0;
    for (unsigned shift = 0; shift < 64 && !bytes.empty(); shift += 7) {
      const auto group = static_cast<unsigned char>(bytes.front());
      bytes.remove_prefix(1);
      number |= std::uint64_t{group & 0x7fU} << shift;
      if ((group & 0x80U) == 0) return number;
    }
    failed = true;
    return 0;
  }

  /// What append_text() wrote.
  std::string take_text() {
    const std::uint64_t size = take();
    if (size > bytes.size()) failed = true;
    if (failed) return {};
    std::string text(bytes.substr(0, size));
    bytes.remove_prefix(size);
    return text;
  }
};

}  // namespace newsline
