// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include "common/console/ending.h"
#include "common/index/upkeep.h"
#include "indexer/patience.h"
#include "indexer/report.h"
#include "indexer/run_printer.h"
#include "indexer/upkeep/upkeep_commands.h"

namespace newsline {
namespace {

void forget_all(const IndexerOptions& options, RunPrinter& printer, Log& log) {
  std::uint64_t removed = 0;
  std::uint64_t left = 0;
  for (const std::string& name : options.names) {
    const RunReport report =
        with_patience(options.wait, log, [&] { return forget(options.index, name, printer); });
    removed += report.articles_removed;
    left = report.articles_total;
  }
  log.result(fmt::format("{} removed (index: {})", counted(removed, "article"), counted(left, "article")));
}

}  // namespace

int forget_command(const IndexerOptions& options, Log& log) {
  RunPrinter printer(log);
  if (options.undo) {
    for (const std::string& id : options.names)
      with_patience(options.wait, log, [&] { remember(options.index, id, printer); });
    log.result("no longer forgotten; the next update reads the files again that hold it");
  } else {
    forget_all(options, printer, log);
  }
  printer.finish();
  log.finish_results();
  return kDone;
}

}  // namespace newsline
