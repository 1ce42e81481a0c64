// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "common/article/file/walk.h"
#include "common/index/files/file_record.h"
#include "common/index/files/found_files.h"
#include "common/index/files/known_files.h"
#include "common/index/files/packed_key.h"
#include "common/index/files/sorted_records.h"
#include "common/index/ledger/forgotten.h"
#include "common/index/ledger/ledger.h"
#include "common/index/ledger/sources.h"
#include "common/index/refresh/generation.h"
#include "common/index/refresh/intake.h"
#include "common/index/refresh/request_sources.h"
#include "common/index/update.h"

namespace newsline {

/// One run over the files of some sources, into one generation.
class Run {
 public:
  struct Task {
    std::string command;               ///< for kLastRun
    std::string index;                 ///< its files are no input, even inside a source
    std::vector<std::string> sources;  ///< absolute paths
    Intake::Batch batch{};
    std::optional<bool> keep_vanished{};
    bool allow_mass_delete = false;
    bool retry_rejected = false;
    unsigned workers = 0;  ///< where the index is still empty: threads that build it; 0: the calling one
    std::size_t build_bytes = 0;  ///< of text, in one of their batches
    std::string build_folder{};   ///< for what they build; must not exist
    Formats formats{};            ///< in which some of the sources are read from now on
    /// Of a rebuild: the folder of the generation from which to carry over; empty: none that can be read.
    std::string former{};
    Scratch scratch{};  ///< for lists of its files; without a folder: that of the index
  };

  Run(Generation& writer, Task task, RunObserver& observer);

  /// Does all of it and commits. Throws Error{usage} before any change if a source does not exist, and
  /// Error{refused} if too much of one has gone.
  RunReport finish();

  /// Instead of finish(): takes out what lies at or under a path, and its sources, and commits. Returns
  /// nothing, and changes nothing, if the index knows nothing there.
  std::optional<RunReport> forget_path(const std::string& path);
  /// The same, if the path is a source.
  std::optional<RunReport> forget_source(const std::string& source);
  /// Instead of finish(): takes the article with this id out, remembers that it stays out, and commits.
  /// Returns nothing, and changes nothing, if the index does not hold it.
  std::optional<RunReport> forget_id(const std::string& id);
  /// Instead of finish(): lets the article with this id in again, and commits; the next run reads the files
  /// that hold it. Returns nothing if it was not forgotten.
  std::optional<RunReport> remember_id(const std::string& id);

  /// Whether the observer ended it early.
  [[nodiscard]] bool was_stopped() const { return stopped_; }

 private:
  RunReport conclude();
  void walk_sources();
  void remember_sources();
  [[nodiscard]] bool is_to_be_retried(bool has_rejections) const {
    return task_.retry_rejected && has_rejections;
  }
  void choose_files();
  void choose_found(const FoundRecord& found, const KnownRecord* known);
  void choose_missing(const KnownRecord& known);
  [[nodiscard]] bool is_complete(const KnownRecord& known) const;
  [[nodiscard]] bool has_vanished(const FileEntry& entry) const;
  [[nodiscard]] std::vector<PackedKey> vanished_keys() const;
  void require_few();
  void repeat_rejections();
  void read_if_changed(const PlannedFile& planned);
  void read_again(const std::string& path);
  void vanish_files();
  void read_chosen_files();
  void read_stale_files();
  void carry_articles_over();
  [[nodiscard]] bool stays(const FileEntry& entry) const;
  void read(const FoundFile& file, const std::string& hash, const Intake::Before& before);
  /// `was_told`: the observer knows what was rejected when this run, or one before, could read the file.
  [[nodiscard]] std::optional<std::string> hash_or_reject(const std::string& path, bool was_told);
  void reject(const Rejection& rejection);

  Generation& writer_;
  Task task_;
  RunObserver& observer_;
  RunReport report_{.started = std::chrono::system_clock::now()};
  std::chrono::steady_clock::time_point clock_ = std::chrono::steady_clock::now();
  FoundFiles found_;  ///< in the task's sources: walked while the ledger is read
  Sources sources_;
  KnownFiles known_;
  Ledger ledger_;
  Forgotten forgotten_;
  Intake intake_;
  std::unordered_set<std::string> changed_formats_;  ///< sources that are read in another way now
  SortedRecords to_read_;                            ///< PlannedFile
  SortedRecords vanished_;                           ///< paths of files that are to go
  SortedRecords rejected_;                           ///< paths of unchanged files with rejections
  std::vector<std::string> unreadable_folders_;
  std::unordered_map<PackedKey, bool, PackedKeyHash> unreadable_files_;  ///< with `was_told`
  bool stopped_ = false;
};

}  // namespace newsline
