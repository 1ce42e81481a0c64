// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "common/index/folder/file_descriptor.h"

namespace newsline {

/// Where a run keeps its lists of files.
struct Scratch {
  std::string folder;                    ///< in which the disk takes what does not fit into memory
  std::size_t memory_bytes = 16u << 20;  ///< that each list may take
};

/// A file without a name, for what is to be read once more before the run ends, however that ends: the system
/// takes its room back with the process. Throws Error{cannot_write}.
class ScratchFile {
 public:
  explicit ScratchFile(const std::string& folder);

  void append(std::string_view bytes) { write(size_bytes_, bytes); }
  /// What lies between the end and `offset` becomes zeros, which take no room on most disks.
  void write(std::uint64_t offset, std::string_view bytes);
  [[nodiscard]] std::uint64_t size_bytes() const { return size_bytes_; }

  /// Up to `size` bytes from `offset`, fewer only at the end; returns how many. Several threads may read.
  [[nodiscard]] std::size_t read(std::uint64_t offset, char* bytes, std::size_t size) const;

 private:
  std::string folder_;
  std::unique_ptr<FileDescriptor> file_;
  std::uint64_t size_bytes_ = 0;
};

}  // namespace newsline
