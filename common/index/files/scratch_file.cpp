// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/files/scratch_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

namespace newsline {
namespace {

/// Not every file system makes files without a name. The name is one that the next run would remove.
std::unique_ptr<FileDescriptor> open_unnamed(const std::string& folder) {
  auto file = std::make_unique<FileDescriptor>(folder, O_TMPFILE | O_RDWR | O_EXCL);
  if (*file || (errno != EOPNOTSUPP && errno != EISDIR && errno != EINVAL)) return file;
  const std::string path = fmt::format("{}/gen-lists-{}.tmp", folder, ::getpid());
  ::unlink(path.c_str());
  file = std::make_unique<FileDescriptor>(path, O_RDWR | O_CREAT | O_EXCL);
  if (*file) ::unlink(path.c_str());
  return file;
}

}  // namespace

ScratchFile::ScratchFile(const std::string& folder) : folder_(folder), file_(open_unnamed(folder)) {
  if (!*file_) throw_write_error(folder_);
}

void ScratchFile::write(std::uint64_t offset, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::pwrite(file_->number(), bytes.data(), bytes.size(), static_cast<off_t>(offset));
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) throw_write_error(folder_);
    bytes.remove_prefix(static_cast<std::size_t>(written));
    offset += static_cast<std::uint64_t>(written);
  }
  size_bytes_ = std::max(size_bytes_, offset);
}

std::size_t ScratchFile::read(std::uint64_t offset, char* bytes, std::size_t size) const {
  std::size_t done = 0;
  while (done < size) {
    const ssize_t count =
        ::pread(file_->number(), bytes + done, size - done, static_cast<off_t>(offset + done));
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) throw_write_error(folder_);
    if (count == 0) break;
    done += static_cast<std::size_t>(count);
  }
  return done;
}

}  // namespace newsline
