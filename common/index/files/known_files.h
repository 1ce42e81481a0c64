// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "common/index/files/sorted_records.h"

namespace newsline {

/// What the ledger said of each file when the run began, as far as it takes to tell which of them are to be
/// read. Some 70 bytes of the scratch a file.
class KnownFiles {
 public:
  /// Reads all entries. Throws Error{data} for one that is damaged.
  KnownFiles(const Xapian::Database& database, Scratch scratch);

  /// KnownRecord.
  [[nodiscard]] RecordCursor records() const { return files_.records(); }
  /// The path of the source that has this ordinal in a record.
  [[nodiscard]] const std::string& source(std::uint32_t ordinal) const { return sources_[ordinal]; }
  /// How many articles the files of each source held.
  [[nodiscard]] const std::map<std::string, std::uint64_t>& articles() const { return articles_; }

  /// Gives its room back: there are no records any more.
  void clear() { files_.drop(); }

 private:
  SortedRecords files_;
  std::vector<std::string> sources_;
  std::map<std::string, std::uint64_t> articles_;
};

}  // namespace newsline
