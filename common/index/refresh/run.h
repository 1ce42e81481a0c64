// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <future>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "common/article/file/walk.h"
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
  [[nodiscard]] bool is_unchanged(const FileEntry& entry, const FoundFile& file) const;
  [[nodiscard]] bool is_to_be_retried(const FileEntry& entry) const;
  [[nodiscard]] std::vector<std::string> vanished_keys() const;
  [[nodiscard]] bool has_vanished(const FileEntry& entry) const;
  void require_few(const std::vector<std::string>& vanished);
  void choose_files();
  void read_if_changed(const std::string& path);
  void read_again(const std::string& path);
  void read_chosen_files();
  void read_stale_files();
  void carry_articles_over();
  [[nodiscard]] bool stays(const FileEntry& entry) const;
  void read(const FoundFile& file, const std::string& hash);
  [[nodiscard]] std::optional<std::string> hash_or_reject(const std::string& path);
  void reject(const Rejection& rejection);

  Generation& writer_;
  Task task_;
  RunObserver& observer_;
  RunReport report_{.started = std::chrono::system_clock::now()};
  std::chrono::steady_clock::time_point clock_ = std::chrono::steady_clock::now();
  std::future<std::vector<Walk>> walks_;  ///< of the task's sources, while the ledger is read
  Sources sources_;
  Ledger ledger_;
  Forgotten forgotten_;
  Intake intake_;
  std::unordered_map<std::string, FoundFile> found_;  ///< by key
  std::vector<std::string> unreadable_folders_;
  std::set<std::string> unreadable_files_;
  std::vector<std::string> to_read_;  ///< paths, ascending
  bool stopped_ = false;
};

}  // namespace newsline
