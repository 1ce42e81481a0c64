// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include "common/index/ledger/file_entry.h"

namespace newsline {

/// Short name of a file in terms and keys: a hash of its path.
[[nodiscard]] std::string file_key(const std::string& path);

/// Now, as in FileEntry::read_ns.
[[nodiscard]] std::int64_t now_ns();

/// Calls `each` with the entries of all files and their keys, ascending by these. The database must not
/// change meanwhile. Throws Error{data} for an entry that is damaged.
void for_each_entry(const Xapian::Database& database,
                    const std::function<void(const std::string& key, const FileEntry& entry)>& each);

/// The entry of a file, by its key; nothing if there is none. Throws Error{data} where it is damaged. Cost: a
/// block or two of the database.
[[nodiscard]] std::optional<FileEntry> find_entry(const Xapian::Database& database, const std::string& key);

/// The entries of files as a run sees and changes them: they stand in the metadata, where each is looked up
/// when it is asked for, and what is written is committed with the documents of the batch.
class Ledger {
 public:
  /// `former` has what was there before the run, and `database` takes what is written: the same, or, where
  /// nothing may be written, one beside it. Both must outlive it.
  Ledger(const Xapian::Database& former, Xapian::WritableDatabase& database)
      : former_(former), database_(database) {}

  /// As find_entry().
  [[nodiscard]] std::optional<FileEntry> find(const std::string& key) const;

  /// Only in memory: makes the path of a file known while its first articles are read, until the next put().
  void announce(const FileEntry& entry);
  void put(const FileEntry& entry);
  /// Makes the next run read the file.
  void mark_incomplete(const std::string& key);
  void erase(const std::string& key);

 private:
  [[nodiscard]] bool is_apart() const { return &former_ != &database_; }

  const Xapian::Database& former_;
  Xapian::WritableDatabase& database_;
  std::string announced_key_;
  FileEntry announced_;
};

}  // namespace newsline
