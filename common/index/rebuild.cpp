// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "common/article/file/walk.h"
#include "common/error.h"
#include "common/index/folder/index_folder.h"
#include "common/index/glass.h"
#include "common/index/refresh/generation_writer.h"
#include "common/index/refresh/new_generation.h"
#include "common/index/refresh/request_sources.h"
#include "common/index/refresh/run.h"
#include "common/index/update.h"

namespace newsline {
namespace {

/// Smaller batches than an update's: Xapian's inverter slows down as it fills, and what small batches waste
/// in the table of positions is won back by the compaction.
constexpr std::size_t kBatchPostings = 1'000'000;

/// What the former generation remembers; nothing where it cannot be read and the caller names the sources.
std::vector<std::string> readable_sources(const UpdateRequest& request, const std::string& index) {
  if (request.sources.empty()) return remembered_sources(index);
  try {
    return guarded(index, [&] { return remembered_sources(index); });
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::data) throw;
    return {};
  }
}

std::vector<std::string> all_sources(const UpdateRequest& request, const std::string& index) {
  std::vector<std::string> sources = readable_sources(request, index);
  const std::vector<std::string> remembered = sources;
  for (std::string& source : sources_of(request))
    if (std::find(sources.begin(), sources.end(), source) == sources.end())
      sources.push_back(std::move(source));
  if (sources.empty())
    throw Error(ErrorKind::usage, "there is no index in \"" + request.index + "\" and no source is given",
                "name the files or folders to index");
  require_sources(sources, remembered);
  return sources;
}

RunReport rebuild_index(const UpdateRequest& request, RunObserver& observer) {
  const std::string index = absolute_path(request.index);
  const std::vector<std::string> sources = all_sources(request, index);
  const WriteLock lock(index, "rebuild");
  NewGeneration generation(index);
  RunReport report;
  {
    GenerationWriter writer(generation.folder(), Xapian::DB_NO_SYNC);
    Run run(writer, {"rebuild", index, sources, {request.batch_bytes, kBatchPostings}}, observer);
    report = run.finish();
    if (run.was_stopped()) {
      generation.discard();  // what was built so far is of no use to a reader
      return report;
    }
  }
  generation.publish();
  return report;
}

}  // namespace

RunReport rebuild(const UpdateRequest& request, RunObserver& observer) {
  return guarded(request.index, [&] { return rebuild_index(request, observer); });
}

}  // namespace newsline
