// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/index/files/scratch_file.h"

namespace newsline {

/// The first eight bytes of a record as a number: where two of these differ, so do the records, the same way.
[[nodiscard]] std::uint64_t start_of(std::string_view record);

/// Records in ascending order, one behind the other in a scratch file.
struct RecordRun {
  /// A record that is not far from any other.
  struct Step {
    std::uint64_t start = 0;   ///< start_of() it
    std::uint64_t offset = 0;  ///< in the file
  };

  std::uint64_t begin = 0;
  std::uint64_t end = 0;
  std::vector<Step> steps{};  ///< ascending; some 16 bytes for RunReader::kBytes of records
};

/// Writes a run; its records come in order.
class RunWriter {
 public:
  explicit RunWriter(ScratchFile& file);
  void add(std::string_view record);
  [[nodiscard]] RecordRun finish();

 private:
  ScratchFile& file_;
  RecordRun run_;
  std::string waiting_;
};

/// Reads a run from its beginning, or from a step.
class RunReader {
 public:
  static constexpr std::size_t kBytes = 32u << 10;  ///< that it takes, or a record

  /// `file` must outlive it.
  RunReader(const ScratchFile& file, std::uint64_t begin, std::uint64_t end);

  /// Goes to the next record, at first to the first; false behind the last.
  bool next();
  /// Until next() is called again.
  [[nodiscard]] std::string_view record() const { return record_; }

 private:
  [[nodiscard]] bool have(std::size_t bytes);

  const ScratchFile* file_;
  std::uint64_t offset_;  ///< of what was not read yet
  std::uint64_t end_;
  std::vector<char> bytes_;
  std::size_t at_ = 0;    ///< what was passed of them
  std::size_t held_ = 0;  ///< what was read
  std::string_view record_;
};

}  // namespace newsline
