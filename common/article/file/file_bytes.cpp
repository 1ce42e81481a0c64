// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/article/file/file_bytes.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <utility>

#include "common/error.h"

namespace newsline {
namespace {

constexpr std::size_t kBlockBytes = 128u << 10;

[[noreturn]] void fail(const std::string& path, int error_number) {
  std::string reason = std::generic_category().message(error_number);
  if (reason[0] >= 'A' && reason[0] <= 'Z') reason[0] = static_cast<char>(reason[0] + 32);
  throw Error(ErrorKind::data, fmt::format("cannot read \"{}\": {}", path, reason));
}

}  // namespace

FileBytes::FileBytes(std::string path)
    : path_(std::move(path)), file_(::open(path_.c_str(), O_RDONLY | O_CLOEXEC)) {
  if (file_ < 0) fail(path_, errno);
  struct stat status {};
  if (::fstat(file_, &status) == 0) size_bytes_ = static_cast<std::uint64_t>(status.st_size);
}

FileBytes::~FileBytes() {
  if (file_ >= 0) ::close(file_);
}

std::string_view FileBytes::next_block() {
  block_.resize(kBlockBytes);
  ssize_t size = 0;
  do {
    size = ::read(file_, block_.data(), block_.size());
  } while (size < 0 && errno == EINTR);
  if (size < 0) fail(path_, errno);
  return std::string_view(block_).substr(0, static_cast<std::size_t>(size));
}

}  // namespace newsline
