// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <string>

namespace newsline {

/// By what the system tells one state of an index from another without a file being opened: every commit puts
/// a new version file in the place of the one before, and every new generation a new XAPIANDB. Any thread.
class StateStamp {
 public:
  /// Of no state: no other is known to be the same.
  StateStamp() = default;

  /// That which an index has now, if this is its generation. Two calls of the system.
  StateStamp(const std::string& index, const std::string& generation);

  /// Whether there was no commit between this stamp and a later one: their files are the same, and had been
  /// there for so long when this stamp was taken that none could have come and gone in the same tick of the
  /// clock. What is newer is never said to be the same.
  [[nodiscard]] bool is_surely(const StateStamp& later) const {
    return is_settled_ && files_ == later.files_;
  }

 private:
  struct File {
    std::uint64_t device = 0;
    std::uint64_t inode = 0;
    std::int64_t changed_ns = 0;

    bool operator==(const File&) const = default;
  };

  static File file(const std::string& path);

  std::array<File, 2> files_{};
  bool is_settled_ = false;
};

}  // namespace newsline
