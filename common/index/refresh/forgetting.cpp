// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/article/file/walk.h"
#include "common/index/document/terms.h"
#include "common/index/path_text.h"
#include "common/index/refresh/run.h"
#include "common/index/schema.h"

namespace newsline {

std::optional<RunReport> Run::forget_path(const std::string& path) {
  std::vector<std::string> forgotten;
  for (const auto& [key, entry] : ledger_.entries())
    if (lies_under(entry.file.path, path)) forgotten.push_back(key);
  if (sources_.forget(writer_.database(), path) == 0 && forgotten.empty()) return std::nullopt;
  intake_.expect_vanished(forgotten);
  for (const std::string& key : forgotten) intake_.vanish(key);
  read_stale_files();
  return conclude();
}

std::optional<RunReport> Run::forget_source(const std::string& source) {
  return sources_.contains(source) ? forget_path(source) : std::nullopt;
}

std::optional<RunReport> Run::forget_id(const std::string& id) {
  const Xapian::docid document = writer_.find(make_term(schema::prefix::kId, id));
  if (document == 0) return std::nullopt;
  const std::vector<std::string> files = writer_.claims(document);
  forgotten_.remember(writer_.database(), id, {files.begin(), files.end()});
  writer_.remove(document);
  report_.articles_removed = 1;
  return conclude();
}

std::optional<RunReport> Run::remember_id(const std::string& id) {
  const auto files = forgotten_.forgive(writer_.database(), id);
  if (!files) return std::nullopt;
  for (const std::string& key : *files) ledger_.mark_incomplete(writer_.database(), key);
  return conclude();
}

}  // namespace newsline
