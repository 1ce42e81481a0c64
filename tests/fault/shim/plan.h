// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace newsline::fault {

/// The kinds of calls that are counted, and that a fault can be asked of.
enum class Call : std::uint8_t {
  open,
  read,
  write,
  fsync,
  fdatasync,
  rename,
  unlink,
  close,
  mkdir,
  truncate
};
inline constexpr std::array<std::string_view, 10> kCallNames = {
    "open", "read", "write", "fsync", "fdatasync", "rename", "unlink", "close", "mkdir", "truncate"};

/// What happens at the call.
enum class Deed : std::uint8_t {
  nothing,
  kill,     ///< the process is ended instead of the call
  tear,     ///< half of what was to be written is written, then the process is ended
  once,     ///< the call fails
  forever,  ///< the call and all later ones of its kind fail
  shrink,   ///< the file that is read loses its second half before the call
  vanish,   ///< the file is removed before the call
  replace   ///< another file is renamed over it before the call
};
inline constexpr std::array<std::string_view, 8> kDeedNames = {"nothing", "kill",   "tear",   "once",
                                                               "forever", "shrink", "vanish", "replace"};

/// Names of the environment's variables that tell the shim what to do. Without kRoot it does nothing.
namespace variable {
inline constexpr const char* kRoot = "NEWSLINE_FAULT_ROOT";        ///< only what lies in this folder counts
inline constexpr const char* kCall = "NEWSLINE_FAULT_CALL";        ///< one of kCallNames
inline constexpr const char* kAt = "NEWSLINE_FAULT_AT";            ///< the so many-th call, from 1
inline constexpr const char* kDeed = "NEWSLINE_FAULT_DEED";        ///< one of kDeedNames
inline constexpr const char* kErrno = "NEWSLINE_FAULT_ERRNO";      ///< of a call that fails
inline constexpr const char* kOther = "NEWSLINE_FAULT_OTHER";      ///< the file for Deed::replace
inline constexpr const char* kCounts = "NEWSLINE_FAULT_COUNTS";    ///< a file of sizeof(Counts) bytes
inline constexpr const char* kJournal = "NEWSLINE_FAULT_JOURNAL";  ///< a file for what is done, see journal.h
}  // namespace variable

/// Calls so far, in a file that outlives the process.
struct Counts {
  std::array<std::uint64_t, kCallNames.size()> calls{};
  std::uint64_t commits = 0;  ///< finished syncs of a generation's folder
  std::uint64_t faults = 0;   ///< calls that failed or were changed
};

/// What the environment asks for.
struct Plan {
  std::string root;
  Call call = Call::open;
  Deed deed = Deed::nothing;
  std::uint64_t at = 0;
  int error_number = 0;
  std::string other;
  int journal = -1;  ///< file to append to

  [[nodiscard]] bool concerns(std::string_view path) const {
    return !root.empty() && path.starts_with(root) &&
           (path.size() == root.size() || path[root.size()] == '/');
  }
};

[[nodiscard]] const Plan& plan();

/// Counts a call, and says what is to happen at it.
[[nodiscard]] Deed count(Call call);

void count_commit();

/// Ends this process as a crash would.
[[noreturn]] void end_process();

}  // namespace newsline::fault
