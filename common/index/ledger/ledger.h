// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>
#include <string>
#include <unordered_map>

#include "common/index/ledger/file_entry.h"

namespace newsline {

/// Short name of a file in terms and keys: a hash of its path.
[[nodiscard]] std::string file_key(const std::string& path);

/// Now, as in FileEntry::read_ns.
[[nodiscard]] std::int64_t now_ns();

/// All file entries of an index: a copy in memory, and the writes to the metadata, which are committed with
/// the documents of the batch. Some 300 bytes of memory a file.
class Ledger {
 public:
  /// Reads all entries. Throws Error{data} for one that is damaged.
  explicit Ledger(const Xapian::Database& database);

  /// The entry of a file, by its key; null if there is none. Valid until the next change.
  [[nodiscard]] const FileEntry* find(const std::string& key) const;

  /// Only in memory: makes the path of a file known while its first articles are read.
  void announce(FileEntry entry);
  void put(Xapian::WritableDatabase& database, FileEntry entry);
  /// Makes the next run read the file.
  void mark_incomplete(Xapian::WritableDatabase& database, const std::string& key);
  void erase(Xapian::WritableDatabase& database, const std::string& key);

  [[nodiscard]] const std::unordered_map<std::string, FileEntry>& entries() const { return entries_; }

 private:
  std::unordered_map<std::string, FileEntry> entries_;
};

}  // namespace newsline
