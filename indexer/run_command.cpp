// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/run_command.h"

#include <fmt/format.h>

#include <csignal>
#include <filesystem>

#include "common/console/ending.h"
#include "common/error.h"
#include "common/index/folder/index_folder.h"
#include "common/index/ledger/last_run.h"
#include "common/index/update.h"
#include "indexer/patience.h"
#include "indexer/report.h"
#include "indexer/run_printer.h"
#include "indexer/tell/run_record.h"
#include "indexer/tell/whole_file.h"

namespace newsline {
namespace {

constexpr int kEndedBySignal = 128;  ///< plus its number, as shells have it

UpdateRequest request_of(const IndexerOptions& options) {
  UpdateRequest request;
  request.index = options.index;
  request.sources = options.sources;
  request.as = options.as;
  request.workers = options.jobs;
  if (options.memory_mib != 0) request.memory_bytes = options.memory_mib << 20U;
  request.keep_vanished = options.keep_vanished;
  request.allow_mass_delete = options.allow_mass_delete;
  request.retry_rejected = options.retry_rejected;
  return request;
}

RunReport run(const IndexerOptions& options, RunPrinter& printer, Log& log) {
  const UpdateRequest request = request_of(options);
  try {
    return with_patience(options.wait, log, [&] {
      if (options.dry_run) return rehearse(request, printer);
      return options.action == Action::rebuild ? rebuild(request, printer) : update(request, printer);
    });
  } catch (...) {
    printer.clear();
    throw;
  }
}

std::string stopped_summary(const IndexerOptions& options, const RunReport& report, int number) {
  const std::string by = fmt::format("stopped by {}: ", number == SIGINT ? "SIGINT" : "SIGTERM");
  if (options.dry_run) return by + "not all was looked at";
  if (options.action == Action::rebuild) return by + "nothing was rebuilt, the index is as it was";
  return by + summary(report) + "; the next update goes on from here";
}

/// What lies in the index folder now; another run may change it at any moment.
void look_at_index(RunRecord& record) {
  try {
    record.generation = current_generation(record.index).value_or("");
  } catch (const Error&) {
    return;  // the run itself has told what is wrong with it
  }
  std::error_code error;
  for (std::filesystem::directory_iterator file(record.index + "/" + record.generation, error), end;
       !error && file != end; file.increment(error)) {
    std::error_code gone;
    const std::uintmax_t size = file->file_size(gone);
    if (!gone) record.index_bytes += size;
  }
}

/// Writes what is to be written about the run, however it ended.
class Recorder {
 public:
  explicit Recorder(const IndexerOptions& options) : options_(options) {
    record_.command = options.action == Action::rebuild ? "rebuild" : "update";
    record_.index = options.index;
    record_.dry_run = options.dry_run;
    record_.started = std::chrono::system_clock::now();
  }

  void write(RunPrinter& printer, const RunReport& report, int exit_code) {
    record_.report = report;
    record_.exit_code = exit_code;
    write(printer);
  }

  void write(RunPrinter& printer, const Error& failure) {
    record_.failure = failure;
    record_.exit_code = exit_code(failure.kind());
    write(printer);
  }

 private:
  void write(RunPrinter& printer) {
    if (options_.report_file.empty() && options_.metrics_file.empty()) return;
    printer.recorded(record_);
    look_at_index(record_);
    record_.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begun_).count();
    if (!options_.report_file.empty())
      write_whole_file(options_.report_file, [&](Output& output) { output.write(report_json(record_)); });
    if (!options_.metrics_file.empty())
      write_whole_file(options_.metrics_file, [&](Output& output) { output.write(metrics_text(record_)); });
  }

  const IndexerOptions& options_;
  std::chrono::steady_clock::time_point begun_ = std::chrono::steady_clock::now();
  RunRecord record_;
};

/// Articles that a rehearsal would touch, a line each.
void tell_changes(const RunChanges& changes, bool all, Log& log) {
  constexpr std::size_t kShownChanges = 20;
  std::size_t passed_over = 0;
  std::size_t shown = 0;
  const auto tell = [&](std::string_view what, const std::vector<std::string>& ids) {
    for (const std::string& id : ids)
      if (all || shown < kShownChanges)
        log.result(fmt::format("would {}: {}", what, id)), ++shown;
      else
        ++passed_over;
  };
  tell("add", changes.added);
  tell("replace", changes.replaced);
  tell("remove", changes.removed);
  if (passed_over != 0) log.result(fmt::format("and {} more (--verbose prints them)", grouped(passed_over)));
}

int exit_code_of(const RunReport& report, int stopped_by) {
  if (stopped_by != 0) return kEndedBySignal + stopped_by;
  return report.rejections == 0 ? kDone : kWithRejections;
}

}  // namespace

int run_command(const IndexerOptions& options, bool is_terminal, Log& log) {
  Recorder recorder(options);
  RunPrinter printer(log, log.troubles(),
                     {is_terminal && !options.quiet && options.log_form == LogForm::text,
                      options.all_rejections, options.dry_run || !options.report_file.empty()});
  RunReport report;
  try {
    report = run(options, printer, log);
  } catch (const Error& error) {
    recorder.write(printer, error);
    throw;
  }
  const int number = printer.stopped_by();
  recorder.write(printer, report, exit_code_of(report, number));
  printer.finish();
  if (options.dry_run) tell_changes(printer.changes(), options.all_rejections, log);
  const char* const command = options.action == Action::rebuild ? "rebuild" : "update";
  const std::string how = options.dry_run ? "nothing is written, this would be: " : "";
  log.result(how + (number == 0 ? summary(report) : stopped_summary(options, report, number)),
             to_json(LastRun{command, number != 0, report}));
  log.finish_results();
  return exit_code_of(report, number);
}

}  // namespace newsline
