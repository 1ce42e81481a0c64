// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include "common/console/ending.h"
#include "common/index/upkeep.h"
#include "indexer/patience.h"
#include "indexer/report.h"
#include "indexer/upkeep/upkeep_commands.h"

namespace newsline {
namespace {

void tell_problems(const CheckReport& report, Log& log) {
  for (const std::string& problem : report.first_problems) log.warning(problem);
  const std::uint64_t more = report.problems - report.first_problems.size();
  if (more != 0) log.warning(fmt::format("and {} more", grouped(more)));
  log.flush_troubles();
}

int repair_index(const IndexerOptions& options, Log& log) {
  const RepairReport report = with_patience(options.wait, log, [&] { return repair(options.index); });
  log.result(fmt::format("repaired: {} kept, {} lost ({})", counted(report.kept, "article"),
                         grouped(report.lost), report.generation));
  log.finish_results();
  if (report.lost == 0) return kDone;
  throw Error(ErrorKind::data,
              fmt::format("the text of {} was damaged and is lost from the index \"{}\"",
                          counted(report.lost, "article"), options.index),
              fmt::format("the index is whole again; this reads all files, and brings back what they hold: "
                          "newsline-index update --index \"{}\"",
                          options.index));
}

}  // namespace

int check_command(const IndexerOptions& options, Log& log) {
  const CheckDepth depth = options.quick ? CheckDepth::quick : CheckDepth::full;
  const CheckReport report = with_patience(options.wait, log, [&] { return check(options.index, depth); });
  tell_problems(report, log);
  if (report.is_whole()) {
    log.result(fmt::format("no damage: {} and {} compared ({})", counted(report.articles, "article"),
                           counted(report.files, "file"), report.generation));
    log.finish_results();
    return kDone;
  }
  if (options.repair) return repair_index(options, log);
  throw Error(
      ErrorKind::data,
      fmt::format("the index \"{}\" is damaged: {}", options.index, counted(report.problems, "problem")),
      fmt::format("mend it: newsline-index check --repair --index \"{}\"", options.index));
}

int rollback_command(const IndexerOptions& options, Log& log) {
  const std::string generation = with_patience(options.wait, log, [&] { return rollback(options.index); });
  log.result(fmt::format("{} is in use again; the next update goes on from there", generation));
  log.finish_results();
  return kDone;
}

}  // namespace newsline
