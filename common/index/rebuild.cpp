// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <filesystem>

#include "common/article/file/walk.h"
#include "common/error.h"
#include "common/index/folder/index_folder.h"
#include "common/index/glass.h"
#include "common/index/refresh/generation_writer.h"
#include "common/index/refresh/request_sources.h"
#include "common/index/refresh/run.h"
#include "common/index/update.h"

namespace newsline {
namespace {

namespace fs = std::filesystem;

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

void compact(const std::string& from, const std::string& to) {
  Xapian::Database database(from, Xapian::DB_BACKEND_GLASS);
  const Xapian::doccount documents = database.get_doccount();
  database.compact(to);
  if (Xapian::Database(to, Xapian::DB_BACKEND_GLASS).get_doccount() != documents)
    throw Error(ErrorKind::data, "the compacted index \"" + to + "\" does not hold all articles",
                "the former one stays in use; look at the disk");
}

RunReport rebuild_index(const UpdateRequest& request, RunObserver& observer) {
  const std::string index = absolute_path(request.index);
  const std::vector<std::string> sources = all_sources(request, index);
  const WriteLock lock(index, "rebuild");
  remove_old_generations(index);
  const std::string generation = next_generation(index);
  const std::string folder = index + "/" + generation;
  const std::string built = folder + ".tmp";
  const std::string compacted = folder + ".compact.tmp";

  create_generation(built);
  RunReport report;
  {
    GenerationWriter writer(built, Xapian::DB_NO_SYNC);
    Run run(writer, {"rebuild", index, sources, {request.batch_bytes, kBatchPostings}}, observer);
    report = run.finish();
    if (run.was_stopped()) {
      // What was built so far is of no use to a reader; the next run under the lock would remove it as well.
      fs::remove_all(built);
      return report;
    }
  }
  compact(built, compacted);
  fs::remove_all(built);
  fs::rename(compacted, folder);
  publish_generation(index, generation);
  remove_old_generations(index);
  return report;
}

}  // namespace

RunReport rebuild(const UpdateRequest& request, RunObserver& observer) {
  return guarded(request.index, [&] { return rebuild_index(request, observer); });
}

}  // namespace newsline
