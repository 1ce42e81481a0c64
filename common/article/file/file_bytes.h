// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "common/article/file/byte_source.h"

namespace newsline {

/// The bytes of a file on disk.
class FileBytes final : public ByteSource {
 public:
  /// Throws Error{data} if it cannot be opened.
  explicit FileBytes(std::string path);
  ~FileBytes() override;

  [[nodiscard]] std::string_view next_block() override;
  [[nodiscard]] std::uint64_t size_bytes() const noexcept { return size_bytes_; }

 private:
  std::string path_;
  int file_;
  std::uint64_t size_bytes_ = 0;
  std::string block_;
};

}  // namespace newsline
