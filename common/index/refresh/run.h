// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "common/article/file/walk.h"
#include "common/index/ledger/ledger.h"
#include "common/index/ledger/sources.h"
#include "common/index/refresh/generation_writer.h"
#include "common/index/refresh/intake.h"
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
    bool keep_vanished = false;
    bool allow_mass_delete = false;
    unsigned workers = 0;  ///< where the index is still empty: threads that build it; 0: the calling one
    std::string build_folder{};  ///< for what they build; must not exist
  };

  Run(GenerationWriter& writer, Task task, RunObserver& observer);

  /// Does all of it and commits. Throws Error{usage} before any change if a source does not exist, and
  /// Error{refused} if too much of one has gone.
  RunReport finish();

  /// Instead of finish(): takes out what lies at or under a path, and its sources, and commits. Returns
  /// nothing, and changes nothing, if the index knows nothing there.
  std::optional<RunReport> forget_path(const std::string& path);
  /// Instead of finish(): takes a document out and commits.
  RunReport forget(Xapian::docid document);

  /// Whether the observer ended it early.
  [[nodiscard]] bool was_stopped() const { return stopped_; }

 private:
  RunReport conclude();
  void walk_sources();
  [[nodiscard]] bool is_known_unchanged(const FoundFile& file) const;
  [[nodiscard]] std::vector<std::string> vanished_keys() const;
  [[nodiscard]] bool has_vanished(const FileEntry& entry) const;
  void require_few(const std::vector<std::string>& vanished);
  void choose_files();
  void read_if_changed(const std::string& path);
  void read_again(const std::string& path);
  void read_chosen_files();
  void read_stale_files();
  void read(const FoundFile& file, const std::string& hash);
  [[nodiscard]] std::optional<std::string> hash_or_reject(const std::string& path);
  void reject(const Rejection& rejection);

  GenerationWriter& writer_;
  Task task_;
  RunObserver& observer_;
  RunReport report_;
  std::chrono::system_clock::time_point started_ = std::chrono::system_clock::now();
  std::chrono::steady_clock::time_point clock_ = std::chrono::steady_clock::now();
  Sources sources_;
  Ledger ledger_;
  Intake intake_;
  std::map<std::string, FoundFile> found_;  ///< by path
  std::vector<std::string> unreadable_folders_;
  std::vector<std::string> to_read_;  ///< paths, ascending
  bool stopped_ = false;
};

}  // namespace newsline
