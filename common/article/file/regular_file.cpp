// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/article/file/regular_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <utility>

namespace newsline {
namespace {

[[noreturn]] void throw_by_errno(const std::string& path) {
  std::string reason = std::generic_category().message(errno);
  if (reason[0] >= 'A' && reason[0] <= 'Z') reason[0] = static_cast<char>(reason[0] + 32);
  throw UnreadableFile(path, reason);
}

/// O_NONBLOCK: to open a pipe would otherwise wait for a writer. Reading a file does not care.
int open_for_reading(const std::string& path) {
  return ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
}

}  // namespace

UnreadableFile::UnreadableFile(const std::string& path, const std::string& reason)
    : Error(ErrorKind::data, fmt::format("cannot read \"{}\": {}", path, reason)) {}

RegularFile::RegularFile(std::string path) : path_(std::move(path)), number_(open_for_reading(path_)) {
  if (number_ < 0) throw_by_errno(path_);
  struct stat status {};
  if (::fstat(number_, &status) == 0 && S_ISREG(status.st_mode)) {
    size_bytes_ = static_cast<std::uint64_t>(status.st_size);
    return;
  }
  ::close(number_);
  throw UnreadableFile(path_, S_ISDIR(status.st_mode) ? "is a directory" : "it is no regular file");
}

RegularFile::~RegularFile() { ::close(number_); }

std::size_t RegularFile::read(char* bytes, std::size_t size) {
  while (true) {
    const ssize_t count = ::read(number_, bytes, size);
    if (count >= 0) return static_cast<std::size_t>(count);
    if (errno != EINTR) throw_by_errno(path_);
  }
}

std::uint64_t RegularFile::seek(std::int64_t offset, int whence) {
  const off_t place = ::lseek(number_, offset, whence);
  if (place < 0) throw_by_errno(path_);
  return static_cast<std::uint64_t>(place);
}

}  // namespace newsline
