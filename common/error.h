// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <stdexcept>
#include <string>
#include <utility>

namespace newsline {

/// Why a run cannot go on. Both programs map a kind to the same exit code.
enum class ErrorKind {
  usage,         ///< what was asked cannot be understood or does not exist
  data,          ///< input unreadable, or index damaged
  cannot_write,  ///< disk full, no permission, output gone
  busy,          ///< another run holds the index; later may succeed
  refused,       ///< not done, to protect the archive
  needs_rebuild  ///< the index was made by other rules than this program's
};

/// The exit code of a program that ends with an error of this kind (sysexits.h where it has one).
[[nodiscard]] constexpr int exit_code(ErrorKind kind) noexcept {
  switch (kind) {
    case ErrorKind::usage:
      return 2;
    case ErrorKind::data:
      return 65;
    case ErrorKind::cannot_write:
      return 73;
    case ErrorKind::busy:
      return 75;
    case ErrorKind::refused:
      return 77;
    case ErrorKind::needs_rebuild:
      return 78;
  }
  return 65;
}

/// The only exception that this code base throws.
/// The message is one lower-case sentence without a full stop that names the thing in double quotes;
/// the hint says what to do about it and may be empty. Both may hold text from outside: a program
/// makes them safe for the terminal before it prints them.
class Error : public std::runtime_error {
 public:
  Error(ErrorKind kind, const std::string& message, std::string hint = {})
      : std::runtime_error(message), kind_(kind), hint_(std::move(hint)) {}

  [[nodiscard]] ErrorKind kind() const noexcept { return kind_; }
  [[nodiscard]] const std::string& hint() const noexcept { return hint_; }

 private:
  ErrorKind kind_;
  std::string hint_;
};

}  // namespace newsline
