// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/article/file/walk.h"
#include "common/index/document/terms.h"
#include "common/index/path_text.h"
#include "common/index/refresh/run.h"
#include "common/index/schema.h"

namespace newsline {

std::optional<RunReport> Run::forget_path(const std::string& path) {
  walk_sources();  // none: no file is found
  for_each_entry(writer_.database(), [&](const std::string& /*key*/, const FileEntry& entry) {
    if (lies_under(entry.file.path, path)) vanished_.add(entry.file.path);
  });
  if (sources_.forget(writer_.database(), path) == 0 && vanished_.count() == 0) return std::nullopt;
  vanished_.sort();
  intake_.expect_vanished(vanished_keys());
  vanish_files();
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
  for (const std::string& key : *files) ledger_.mark_incomplete(key);
  return conclude();
}

}  // namespace newsline
