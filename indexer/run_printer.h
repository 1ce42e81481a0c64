// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "common/index/update.h"
#include "indexer/progress_bar.h"
#include "indexer/tell/log.h"
#include "indexer/tell/run_record.h"

namespace newsline {

/// Prints what a run tells, keeps what is to be written about it, and ends it when a signal asks for that.
class RunPrinter final : public RunObserver {
 public:
  struct Wishes {
    bool progress = false;
    bool all_rejections = false;  ///< not only the first 20
    bool record = false;          ///< changes and rejections are kept for recorded()
  };

  RunPrinter(Log& log, Output& errors, Wishes wishes)
      : log_(log), bar_(errors, wishes.progress), wishes_(wishes) {}
  /// Of a command without progress.
  explicit RunPrinter(Log& log) : RunPrinter(log, log.troubles(), {}) {}

  void rejected(const Rejection& rejection) override;
  /// Where the log is quiet, not printed: cron would mail it after every run.
  void rejected_before(const Rejection& rejection) override;
  void repaired(const std::string& damage, const std::string& generation) override;
  [[nodiscard]] bool wants_changes() const override { return wishes_.record; }
  void changed(const RunChanges& changes) override { changes_ = changes; }
  void progress(const RunReport& so_far, std::uint64_t files_to_read, const std::string& path) override;
  bool stop_asked() override;

  /// Says how many rejections were not printed. Throws Error{cannot_write} if something could not be printed.
  void finish();
  /// Takes the progress away.
  void clear();

  /// The signal that ended the run; 0 if it came to its own end.
  [[nodiscard]] int stopped_by() const { return stopped_by_; }
  /// What the run did to articles, where that is kept.
  [[nodiscard]] const RunChanges& changes() const { return changes_; }
  /// Copies what was kept into the record.
  void recorded(RunRecord& record) const;

 private:
  void keep(const Rejection& rejection, bool is_new);
  void print(const Rejection& rejection);
  template <typename Telling>
  void tell(Telling telling);

  Log& log_;
  ProgressBar bar_;
  Wishes wishes_;
  bool is_mute_ = false;
  std::uint64_t printed_ = 0;
  std::uint64_t passed_over_ = 0;
  int stopped_by_ = 0;
  RunChanges changes_;
  std::vector<RunRecord::Rejected> rejected_;
};

}  // namespace newsline
