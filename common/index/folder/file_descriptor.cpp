// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/folder/file_descriptor.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

#include "common/error.h"

namespace newsline {

FileDescriptor::FileDescriptor(const std::string& path, int flags)
    : number_(open(path.c_str(), flags | O_CLOEXEC, 0666)) {}

FileDescriptor::~FileDescriptor() {
  if (number_ >= 0) close(number_);
}

void throw_write_error(const std::string& path) {
  const std::string reason = std::generic_category().message(errno);
  throw Error(ErrorKind::cannot_write, fmt::format("cannot write \"{}\": {}", path, reason),
              "make room or give permission, then run again");
}

}  // namespace newsline
