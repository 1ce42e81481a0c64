// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace newsline {

/// An open file of the system, closed by the destructor and by exec.
class FileDescriptor {
 public:
  /// Does not throw: whether it is open is asked after, and errno says why not.
  FileDescriptor(const std::string& path, int flags);
  ~FileDescriptor();
  FileDescriptor(const FileDescriptor&) = delete;
  FileDescriptor& operator=(const FileDescriptor&) = delete;

  explicit operator bool() const { return number_ >= 0; }
  [[nodiscard]] int number() const { return number_; }

 private:
  int number_;
};

/// Throws Error{cannot_write} that names the path and errno's reason.
[[noreturn]] void throw_write_error(const std::string& path);

}  // namespace newsline
