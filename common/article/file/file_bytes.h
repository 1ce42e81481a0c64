// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <utility>

#include "common/article/file/byte_source.h"
#include "common/article/file/regular_file.h"

namespace newsline {

/// The bytes of a file on disk. Throws UnreadableFile.
class FileBytes final : public ByteSource {
 public:
  explicit FileBytes(std::string path) : file_(std::move(path)) {}

  [[nodiscard]] std::string_view next_block() override;

  /// RegularFile::seek().
  std::uint64_t seek(std::int64_t offset, int whence) { return file_.seek(offset, whence); }
  [[nodiscard]] std::uint64_t size_bytes() const noexcept { return file_.size_bytes(); }

 private:
  RegularFile file_;
  std::unique_ptr<char[]> block_;  ///< not filled with zeros: most files are far shorter
};

}  // namespace newsline
