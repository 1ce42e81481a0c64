// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

namespace newsline {

class Error;

/// Input that could not be read, with its place and the reason. Not an error: the run goes on.
struct Rejection {
  std::string path;
  std::uint64_t line = 0;  ///< from 1; 0 where no line is meant
  std::string reason;      ///< one lower-case sentence without a full stop
  bool may_pass = false;   ///< the system did not let it be read; what it holds is not known to be bad

  bool operator==(const Rejection&) const = default;
};

/// `path:line: reason`, or `path: reason`. Not yet safe for a terminal.
[[nodiscard]] std::string describe(const Rejection& rejection);

/// An error that ended the reading of one file, as a rejection: the path is said once, by the place. It may
/// pass if the error is UnreadableFile.
[[nodiscard]] Rejection rejection_for(const Error& error, const std::string& path, std::uint64_t line);

}  // namespace newsline
