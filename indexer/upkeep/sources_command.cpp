// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "common/article/file/walk.h"
#include "common/console/ending.h"
#include "common/index/upkeep.h"
#include "common/text/printable.h"
#include "indexer/patience.h"
#include "indexer/report.h"
#include "indexer/run_printer.h"
#include "indexer/upkeep/upkeep_commands.h"

namespace newsline {
namespace {

using nlohmann::ordered_json;

constexpr int kFormVersion = 1;

std::string as_text(const SourcesReport& report) {
  std::string text;
  for (const SourceSummary& source : report.sources) {
    text += fmt::format("{}: {} in {}", printable_line(path_as_text(source.path)),
                        counted(source.articles, "article"), counted(source.files, "file"));
    if (source.rejections != 0) text += fmt::format(", {} rejected", grouped(source.rejections));
    text += source.keeps_vanished ? ", keeps what has vanished\n" : "\n";
  }
  for (const std::string& id : report.forgotten) text += fmt::format("forgotten: {}\n", printable_line(id));
  return text.empty() ? "no sources\n" : text;
}

std::string as_json(const SourcesReport& report) {
  ordered_json sources = ordered_json::array();
  for (const SourceSummary& source : report.sources)
    sources.push_back({{"path", path_as_text(source.path)},
                       {"articles", source.articles},
                       {"files", source.files},
                       {"rejections", source.rejections},
                       {"keeps_vanished", source.keeps_vanished}});
  const ordered_json json = {
      {"newsline_sources", kFormVersion}, {"sources", sources}, {"forgotten", report.forgotten}};
  return json.dump(-1, ' ', false, ordered_json::error_handler_t::replace) + "\n";
}

void remove(const IndexerOptions& options, Log& log) {
  RunPrinter printer(log);
  const RunReport report = with_patience(
      options.wait, log, [&] { return remove_source(options.index, options.removed_source, printer); });
  printer.finish();
  log.result(fmt::format("{} removed with the source (index: {})",
                         counted(report.articles_removed, "article"),
                         counted(report.articles_total, "article")));
}

}  // namespace

int sources_command(const IndexerOptions& options, Log& log) {
  if (!options.removed_source.empty()) {
    remove(options, log);
  } else {
    const SourcesReport report = sources(options.index);
    log.answer(options.as_json ? as_json(report) : as_text(report));
  }
  log.finish_results();
  return kDone;
}

}  // namespace newsline
