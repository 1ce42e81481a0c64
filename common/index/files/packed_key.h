// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstring>
#include <string>
#include <string_view>

namespace newsline {

/// The key of a file (file_key()) in half the room: two digits a byte, so that the order is the same.
using PackedKey = std::array<unsigned char, 16>;

/// What is no key becomes zeros, which no file has.
[[nodiscard]] PackedKey packed_key(std::string_view key);

/// The reverse.
[[nodiscard]] std::string unpacked_key(const PackedKey& key);

/// The bytes, as long as `key` is there.
[[nodiscard]] inline std::string_view bytes_of(const PackedKey& key) {
  return {reinterpret_cast<const char*>(key.data()), key.size()};
}

/// The reverse; as many bytes.
[[nodiscard]] inline PackedKey key_of_bytes(std::string_view bytes) {
  PackedKey key{};
  std::memcpy(key.data(), bytes.data(), key.size());
  return key;
}

/// A key is a hash already.
struct PackedKeyHash {
  std::size_t operator()(const PackedKey& key) const noexcept {
    std::size_t hash = 0;
    std::memcpy(&hash, key.data(), sizeof(hash));
    return hash;
  }
};

}  // namespace newsline
