// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <archive.h>

#include <exception>
#include <memory>
#include <string>

#include "common/article/file/byte_source.h"
#include "common/article/file/file_bytes.h"

namespace newsline {

struct FreeArchive {
  void operator()(archive* reader) const noexcept { archive_read_free(reader); }
};
using ArchiveHandle = std::unique_ptr<archive, FreeArchive>;

[[nodiscard]] ArchiveHandle new_archive();

/// Feeds libarchive with the bytes of a source, which may throw where a C library cannot. Stays where it is
/// as long as the archive.
class ArchiveFeed {
 public:
  ArchiveFeed(ByteSource& bytes, std::string path) : bytes_(bytes), path_(std::move(path)) {}
  ArchiveFeed(const ArchiveFeed&) = delete;
  ArchiveFeed& operator=(const ArchiveFeed&) = delete;

  /// Opens the archive on the bytes; what libarchive answers. `file` is they where they can be read in any
  /// order, and lives as long.
  [[nodiscard]] int open(archive* reader, FileBytes* file = nullptr);

  /// Throws what the source threw, or Error{data} in the library's words, unless the result is good or the
  /// end. What the source threw is no end: the library takes it for one in places.
  void require(int result, archive* reader);

 private:
  static la_ssize_t read(archive* reader, void* feed, const void** block);
  static la_int64_t seek(archive* reader, void* feed, la_int64_t offset, int whence);
  void keep_exception(archive* reader);

  ByteSource& bytes_;
  std::string path_;
  FileBytes* file_ = nullptr;
  std::exception_ptr thrown_;
};

/// What libarchive says, as the end of a sentence of ours.
[[nodiscard]] std::string reason_of(archive* reader);

}  // namespace newsline
