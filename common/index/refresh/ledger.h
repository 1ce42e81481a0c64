// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "common/article/file/walk.h"
#include "common/article/rejection.h"

namespace newsline {

/// What the index knows of a file that a run has read.
struct FileEntry {
  FoundFile file;                          ///< as it was before it was read
  std::string source;                      ///< path of the source to which it belongs
  std::string hash;                        ///< of its content
  std::int64_t read_ns = 0;                ///< when the reading began, since 1970
  std::uint64_t articles = 0;              ///< records that were articles
  std::uint64_t rejections = 0;            ///< and those that were not
  std::vector<Rejection> kept_rejections;  ///< the first kKeptRejections of them
  bool complete = false;                   ///< false: the next run reads it, whatever else stands here
};

inline constexpr std::size_t kKeptRejections = 20;

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
