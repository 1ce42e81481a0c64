// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace newsline {

/// Bytes that come block by block: a file's, what a compression holds, or a member of a container.
class ByteSource {
 public:
  ByteSource() = default;
  virtual ~ByteSource() = default;
  ByteSource(const ByteSource&) = delete;
  ByteSource& operator=(const ByteSource&) = delete;

  /// The next bytes, which live until the next call; empty at the end. Throws Error{data} where they cannot
  /// be read, after all that can be read before that place.
  [[nodiscard]] virtual std::string_view next_block() = 0;
};

}  // namespace newsline
