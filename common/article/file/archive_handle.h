// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <archive.h>

#include <memory>
#include <optional>
#include <string>

#include "common/article/file/byte_source.h"
#include "common/error.h"

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

  /// Opens the archive on the bytes; what libarchive answers.
  [[nodiscard]] int open(archive* reader);

  /// Throws what the source threw, or Error{data} in the library's words, unless the result is good.
  void require(int result, archive* reader);

 private:
  static la_ssize_t read(archive* reader, void* feed, const void** block);

  ByteSource& bytes_;
  std::string path_;
  std::optional<Error> thrown_;
};

/// What libarchive says, as the end of a sentence of ours.
[[nodiscard]] std::string reason_of(archive* reader);

}  // namespace newsline
