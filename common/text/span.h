// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

namespace newsline {

/// A half-open range of bytes [begin, end) in a UTF-8 text. It never cuts a code point.
struct Span {
  std::size_t begin = 0;
  std::size_t end = 0;

  [[nodiscard]] std::size_t size() const noexcept { return end - begin; }
  [[nodiscard]] bool empty() const noexcept { return begin == end; }
  bool operator==(const Span&) const = default;
};

}  // namespace newsline
