// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/run_printer.h"

#include <fmt/format.h>

#include "common/error.h"
#include "indexer/report.h"
#include "indexer/stop_signal.h"

namespace newsline {
namespace {

constexpr std::uint64_t kPrintedRejections = 20;

}  // namespace

/// A standard error that takes nothing does not end a run: finish() fails where it still does not.
template <typename Telling>
void RunPrinter::tell(Telling telling) {
  if (is_mute_) return;
  try {
    telling();
  } catch (const Error&) {
    is_mute_ = true;
  }
}

void RunPrinter::keep(const Rejection& rejection, bool is_new) {
  if (wishes_.record && rejected_.size() < RunRecord::kMostListed) rejected_.push_back({rejection, is_new});
}

void RunPrinter::print(const Rejection& rejection) {
  if (!wishes_.all_rejections && printed_ == kPrintedRejections) {
    ++passed_over_;
    return;
  }
  ++printed_;
  tell([&] {
    bar_.clear();
    log_.rejection(rejection);
    log_.flush_troubles();
  });
}

void RunPrinter::rejected(const Rejection& rejection) {
  keep(rejection, true);
  print(rejection);
}

void RunPrinter::rejected_before(const Rejection& rejection) {
  keep(rejection, false);
  if (!log_.is_quiet()) print(rejection);
}

void RunPrinter::repaired(const std::string& damage, const std::string& generation) {
  tell([&] {
    bar_.clear();
    log_.warning(
        fmt::format("the index was damaged ({}); all its articles were whole, and {} was built from them",
                    damage, generation));
    log_.flush_troubles();
  });
}

void RunPrinter::progress(const RunReport& so_far, std::uint64_t files_to_read, const std::string& path) {
  tell([&] { bar_.show(so_far, files_to_read, path); });
}

bool RunPrinter::stop_asked() {
  if (stopped_by_ == 0) stopped_by_ = stop_signal();
  return stopped_by_ != 0;
}

void RunPrinter::finish() {
  bar_.clear();
  if (passed_over_ != 0)
    log_.warning(fmt::format("and {} more (--verbose prints them)", grouped(passed_over_)));
  log_.flush_troubles();
}

void RunPrinter::clear() {
  tell([&] { bar_.clear(); });
}

void RunPrinter::recorded(RunRecord& record) const {
  record.changes = changes_;
  record.rejected = rejected_;
  record.stopped_by = stopped_by_;
}

}  // namespace newsline
