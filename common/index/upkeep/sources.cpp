// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/ledger/sources.h"

#include <map>

#include "common/article/file/walk.h"
#include "common/index/glass.h"
#include "common/index/ledger/forgotten.h"
#include "common/index/ledger/ledger.h"
#include "common/index/upkeep.h"

namespace newsline {
namespace {

SourcesReport report_of(const Xapian::Database& database) {
  SourcesReport report;
  std::map<std::string, SourceSummary> held;
  for_each_entry(database, [&](const std::string& /*key*/, const FileEntry& entry) {
    SourceSummary& summary = held[entry.source];
    ++summary.files;
    summary.articles += entry.articles;
    summary.rejections += entry.rejections;
  });
  const Sources sources(database);
  for (const Source& source : sources.in_order()) {
    SourceSummary summary = held[source.path];
    summary.path = source.path;
    summary.keeps_vanished = source.keeps;
    report.sources.push_back(summary);
  }
  const Forgotten forgotten(database);
  for (const auto& [id, files] : forgotten.all()) report.forgotten.push_back(id);
  return report;
}

}  // namespace

SourcesReport sources(const std::string& index) {
  return guarded(index, [&] {
    require_index(index);
    return report_of(open_for_reading(absolute_path(index)));
  });
}

}  // namespace newsline
