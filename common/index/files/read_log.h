// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "common/index/files/packed_key.h"
#include "common/index/files/sorted_records.h"

namespace newsline {

/// Which files a run has read, and how many articles it found in each. A run goes over the files in passes,
/// and reads a file once in each at most: only what earlier passes have read is ever asked for.
class ReadLog {
 public:
  explicit ReadLog(Scratch scratch) : scratch_(std::move(scratch)) {}

  void add(const PackedKey& key, std::uint64_t articles);
  /// From here on what was added is found.
  void end_pass();

  /// Articles that were found when the file was read last, before this pass; nothing where it was not. Cost:
  /// a reading of the disk for each pass, and when it is first asked the sorting of what was added.
  [[nodiscard]] std::optional<std::uint64_t> articles(const PackedKey& key);

 private:
  struct Pass {
    SortedRecords files;
    bool is_sorted = false;
  };

  Scratch scratch_;
  std::vector<std::unique_ptr<Pass>> passes_;  ///< that have ended
  std::unique_ptr<Pass> pass_;                 ///< null until something is added
};

}  // namespace newsline
