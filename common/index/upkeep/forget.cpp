// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include "common/article/file/walk.h"
#include "common/error.h"
#include "common/index/document/terms.h"
#include "common/index/folder/index_folder.h"
#include "common/index/glass.h"
#include "common/index/refresh/generation_writer.h"
#include "common/index/refresh/run.h"
#include "common/index/schema.h"
#include "common/index/upkeep.h"

namespace newsline {
namespace {

RunReport forget_in(const std::string& index, const std::string& path_or_id, RunObserver& observer) {
  require_index(index);
  const WriteLock lock(index, "forget");
  GenerationWriter writer(index + "/" + *current_generation(index));
  check_rules(writer.database(), index);
  const UpdateRequest defaults;
  Run run(writer, {"forget", index, {}, {defaults.batch_bytes, kUpdatePostings}}, observer);
  const Xapian::docid document = writer.find(make_term(schema::prefix::kId, path_or_id));
  if (document != 0) return run.forget(document);
  const auto report = run.forget_path(absolute_path(path_or_id));
  if (report) return *report;
  throw Error(ErrorKind::usage,
              fmt::format("the index \"{}\" knows no article and no file \"{}\"", index, path_or_id),
              "give the id of an article, or the path of a file, a folder or a source");
}

}  // namespace

RunReport forget(const std::string& index, const std::string& path_or_id, RunObserver& observer) {
  return guarded(index, [&] { return forget_in(absolute_path(index), path_or_id, observer); });
}

}  // namespace newsline
