// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include "common/error.h"

namespace newsline {

/// That the system does not let a file be read, whatever it holds: the next time it may. Always of kind data.
class UnreadableFile : public Error {
 public:
  UnreadableFile(const std::string& path, const std::string& reason);
};

/// A regular file, open for reading. Anything else that may lie there by now, such as a pipe, is not waited
/// for.
class RegularFile {
 public:
  /// Throws UnreadableFile.
  explicit RegularFile(std::string path);
  ~RegularFile();
  RegularFile(const RegularFile&) = delete;
  RegularFile& operator=(const RegularFile&) = delete;

  [[nodiscard]] const std::string& path() const { return path_; }

  /// Reads up to so many bytes, and says how many; 0 at the end. Throws UnreadableFile.
  [[nodiscard]] std::size_t read(char* bytes, std::size_t size);

  /// Goes on reading elsewhere; `whence` as for lseek(). The new place. Throws UnreadableFile.
  std::uint64_t seek(std::int64_t offset, int whence);

  /// When it was opened.
  [[nodiscard]] std::uint64_t size_bytes() const noexcept { return size_bytes_; }

 private:
  std::string path_;
  int number_;
  std::uint64_t size_bytes_ = 0;
};

}  // namespace newsline
