// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <future>
#include <string>
#include <vector>

#include "common/article/rejection.h"
#include "common/index/files/packed_key.h"
#include "common/index/files/sorted_records.h"

namespace newsline {

/// The files of some sources, by key: walked in a thread of its own, or when they are asked for if the system
/// has no thread to give.
class FoundFiles {
 public:
  /// Begins to walk. The files of the folder `index` are none, even inside a source.
  FoundFiles(std::vector<std::string> sources, std::string index, Scratch scratch);

  /// Waits for the end. The folders that could not be read, source by source. Throws what walk_files() does.
  std::vector<Rejection> finish();

  // From here on behind finish().

  /// FoundRecord. A file that several sources hold is there once for each.
  [[nodiscard]] RecordCursor records() const { return files_.records(); }
  [[nodiscard]] bool contains(const PackedKey& key) const { return files_.find(bytes_of(key)).has_value(); }

 private:
  std::vector<Rejection> walk_all();

  std::vector<std::string> sources_;
  std::string index_;
  SortedRecords files_;
  std::future<std::vector<Rejection>> walks_;  ///< last: it is waited for before the rest goes
};

}  // namespace newsline
