// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <mutex>
#include <string_view>

namespace newsline::fault {

/// What was done to the folder, in the order in which it was done. A handle stands for one opening of a file.
enum class Step : std::uint8_t {
  open,      ///< handle, flags; path
  write,     ///< handle, offset; bytes
  truncate,  ///< handle, size
  sync,      ///< handle
  rename,    ///< 0, bytes of the first path; both paths, one behind the other
  unlink,    ///< path
  make,      ///< path of a folder
  remove     ///< path of a folder
};

/// A record of the journal's file: this, then so many bytes.
struct StepHeader {
  Step step = Step::open;
  std::uint64_t handle = 0;
  std::uint64_t number = 0;
  std::uint64_t bytes = 0;
};

/// While it lives, what this thread does to the folder and what it notes of it is one step.
class JournalEntry {
 public:
  JournalEntry();
  ~JournalEntry();
  JournalEntry(const JournalEntry&) = delete;
  JournalEntry& operator=(const JournalEntry&) = delete;

  void note(Step step, std::uint64_t handle, std::uint64_t number, std::string_view text,
            std::string_view more = {}) const;

 private:
  bool writes_;
};

}  // namespace newsline::fault
