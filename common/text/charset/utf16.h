// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace newsline {

enum class ByteOrder { little, big };

/// The order of bytes in which a text in UTF-16 is written, as its start tells: by a byte order mark, or, as
/// blanks and line ends have a NUL in one half, by NULs that stand in one half only, with nothing around them
/// that a text does not hold (controls, lone surrogates). Nothing where it is no UTF-16.
[[nodiscard]] std::optional<ByteOrder> utf16_order(std::string_view start);

/// Turns UTF-16 into UTF-8, block by block; a block may end anywhere. Lone surrogates become U+FFFD and are
/// counted; a byte order mark at the start is dropped.
class Utf16Decoder {
 public:
  explicit Utf16Decoder(ByteOrder order) : order_(order) {}

  void append(std::string_view bytes, std::string& out);

  /// At the end: what is half there.
  void finish(std::string& out);

  [[nodiscard]] std::size_t replaced() const noexcept { return replaced_; }

 private:
  void take(char16_t unit, std::string& out);
  void replace(std::string& out);

  ByteOrder order_;
  bool at_start_ = true;
  std::optional<unsigned char> half_;
  char16_t lead_ = 0;  ///< a surrogate that waits for its other half; 0: none
  std::size_t replaced_ = 0;
};

}  // namespace newsline
