// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/article/file/archive_handle.h"

#include <fmt/format.h>

#include <cctype>
#include <cerrno>
#include <new>

#include "common/error.h"

namespace newsline {

ArchiveHandle new_archive() {
  ArchiveHandle reader(archive_read_new());
  if (!reader) throw std::bad_alloc();
  return reader;
}

int ArchiveFeed::open(archive* reader, FileBytes* file) {
  file_ = file;
  if (file_ != nullptr) archive_read_set_seek_callback(reader, seek);
  return archive_read_open(reader, this, nullptr, read, nullptr);
}

/// In a handler: what was thrown is thrown again where the library has returned.
void ArchiveFeed::keep_exception(archive* reader) {
  thrown_ = std::current_exception();
  archive_set_error(reader, EIO, "the data around it cannot be read");
}

la_ssize_t ArchiveFeed::read(archive* reader, void* feed, const void** block) {
  auto& self = *static_cast<ArchiveFeed*>(feed);
  try {
    const std::string_view bytes = self.bytes_.next_block();
    *block = bytes.data();
    return static_cast<la_ssize_t>(bytes.size());
  } catch (const Error&) {
    self.keep_exception(reader);
    return -1;
  }
}

la_int64_t ArchiveFeed::seek(archive* reader, void* feed, la_int64_t offset, int whence) {
  auto& self = *static_cast<ArchiveFeed*>(feed);
  try {
    return static_cast<la_int64_t>(self.file_->seek(offset, whence));
  } catch (const Error&) {
    self.keep_exception(reader);
    return ARCHIVE_FATAL;
  }
}

void ArchiveFeed::require(int result, archive* reader) {
  if (result == ARCHIVE_OK || result == ARCHIVE_WARN) return;
  if (thrown_) std::rethrow_exception(thrown_);
  if (result == ARCHIVE_EOF) return;
  throw Error(ErrorKind::data, fmt::format("cannot read \"{}\": {}", path_, reason_of(reader)));
}

/// The library starts sentences with a capital letter.
std::string reason_of(archive* reader) {
  const char* said = archive_error_string(reader);
  std::string reason = said != nullptr ? said : "the compressed data is damaged";
  const bool is_acronym = reason.size() > 1 && std::isupper(static_cast<unsigned char>(reason[1])) != 0;
  if (!is_acronym && !reason.empty()) {
    reason[0] = static_cast<char>(std::tolower(static_cast<unsigned char>(reason[0])));
  }
  return reason;
}

}  // namespace newsline
