// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/run_command.h"

#include <fmt/format.h>

#include <csignal>

#include "common/console/ending.h"
#include "common/error.h"
#include "common/index/update.h"
#include "indexer/progress_bar.h"
#include "indexer/report.h"
#include "indexer/stop_signal.h"

namespace newsline {
namespace {

constexpr std::uint64_t kPrintedRejections = 20;
constexpr int kEndedBySignal = 128;  ///< plus its number, as shells have it

/// Prints what a run tells, and ends it when a signal asks for that.
class RunPrinter final : public RunObserver {
 public:
  RunPrinter(Output& errors, bool is_terminal, bool all_rejections)
      : errors_(errors), bar_(errors, is_terminal), all_rejections_(all_rejections) {}

  void rejected(const Rejection& rejection) override {
    if (!all_rejections_ && printed_ == kPrintedRejections) return;
    ++printed_;
    tell([&] {
      bar_.clear();
      errors_.write(printable_rejection(rejection) + "\n");
      errors_.flush();
    });
  }

  void progress(const RunReport& so_far, std::uint64_t files_to_read, const std::string& path) override {
    tell([&] { bar_.show(so_far, files_to_read, path); });
  }

  bool stop_asked() override {
    if (stopped_by_ == 0) stopped_by_ = stop_signal();
    return stopped_by_ != 0;
  }

  /// Throws Error{cannot_write} if something could not be told.
  void finish(const RunReport& report) {
    bar_.clear();
    if (report.rejections > printed_ && !all_rejections_)
      errors_.write(
          fmt::format("and {} more (--verbose prints them)\n", grouped(report.rejections - printed_)));
    errors_.flush();
  }

  void clear() {
    tell([&] { bar_.clear(); });
  }

  /// The signal that ended the run; 0 if it came to its own end.
  [[nodiscard]] int stopped_by() const { return stopped_by_; }

 private:
  /// A standard error that takes nothing does not end a run: finish() fails where it still does not.
  template <typename Telling>
  void tell(Telling telling) {
    if (is_mute_) return;
    try {
      telling();
    } catch (const Error&) {
      is_mute_ = true;
    }
  }

  Output& errors_;
  ProgressBar bar_;
  bool is_mute_ = false;
  bool all_rejections_;
  std::uint64_t printed_ = 0;
  int stopped_by_ = 0;
};

RunReport run(const IndexerOptions& options, RunPrinter& printer) {
  UpdateRequest request;
  request.index = options.index;
  request.sources = options.sources;
  try {
    return options.action == Action::rebuild ? rebuild(request, printer) : update(request, printer);
  } catch (...) {
    printer.clear();
    throw;
  }
}

std::string stopped_summary(const IndexerOptions& options, const RunReport& report, int number) {
  const std::string by = fmt::format("stopped by {}: ", number == SIGINT ? "SIGINT" : "SIGTERM");
  if (options.action == Action::rebuild) return by + "nothing was rebuilt, the index is as it was";
  return by + summary(report) + "; the next update goes on from here";
}

}  // namespace

int run_command(const IndexerOptions& options, bool is_terminal, Output& output, Output& errors) {
  note_stop_signals();
  RunPrinter printer(errors, is_terminal, options.all_rejections);
  const RunReport report = run(options, printer);
  printer.finish(report);
  const int number = printer.stopped_by();
  output.write((number == 0 ? summary(report) : stopped_summary(options, report, number)) + "\n");
  output.finish();
  if (number != 0) return kEndedBySignal + number;
  return report.rejections == 0 ? kDone : kWithRejections;
}

}  // namespace newsline
