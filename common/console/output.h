// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace newsline {

/// Text on its way to a file descriptor of the caller's, gathered into large writes.
///
/// A reader that goes away (`| head -1`) is not an error: the rest is dropped, and is_abandoned() says so, so
/// that a long list can end early and the program with the exit code that it would have had. For that the
/// program ignores SIGPIPE. Every other failed write throws Error{cannot_write} that names the output and the
/// reason. What is not flushed when the object dies is lost: end with finish(). One object a thread.
class Output {
 public:
  /// `name` is how errors call it, such as `standard output`.
  Output(int descriptor, std::string name);
  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;

  void write(std::string_view text);
  void flush();
  /// flush(), and asks the system whether it has kept what was written: some file systems tell of a full disk
  /// only when a file is closed. The descriptor stays open.
  void finish();

  /// The reader has gone; nothing that is written arrives any more.
  [[nodiscard]] bool is_abandoned() const noexcept { return abandoned_; }

 private:
  [[noreturn]] void fail() const;

  int descriptor_;
  std::string name_;
  std::string waiting_;
  bool abandoned_ = false;
};

}  // namespace newsline
