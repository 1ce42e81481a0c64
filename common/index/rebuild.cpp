// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <filesystem>
#include <thread>
#include <utility>

#include "common/article/file/walk.h"
#include "common/error.h"
#include "common/index/folder/index_folder.h"
#include "common/index/glass.h"
#include "common/index/rebuild.h"
#include "common/index/refresh/generation_writer.h"
#include "common/index/refresh/request_sources.h"

namespace newsline {
namespace {

namespace fs = std::filesystem;

/// Of what has to be written once more, because several files hold it.
constexpr std::size_t kBatchPostings = 1'000'000;

/// What the former generation remembers; nothing where it cannot be read and the caller names the sources.
template <typename Remembered>
Remembered readable(const UpdateRequest& request, const std::string& index,
                    Remembered (*remembered)(const std::string& index)) {
  if (request.sources.empty()) return remembered(index);
  try {
    return guarded(index, [&] { return remembered(index); });
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::data) throw;
    return {};
  }
}

std::vector<std::string> all_sources(const UpdateRequest& request, const std::string& index) {
  std::vector<std::string> sources = readable(request, index, remembered_sources);
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
  require_format(request);
  const std::string index = absolute_path(request.index);
  const std::vector<std::string> sources = all_sources(request, index);
  Formats formats = formats_of(request);
  formats.merge(readable(request, index, remembered_formats));
  const WriteLock lock(index, "rebuild");
  remove_old_generations(index);
  return build_generation(request, {"rebuild", index, sources, std::move(formats)}, observer);
}

}  // namespace

RunReport build_generation(const UpdateRequest& request, Run::Task task, RunObserver& observer) {
  const std::string index = task.index;
  const bool is_first = !current_generation(index);
  const std::string generation = next_generation(index);
  const std::string folder = index + "/" + generation;
  const std::string built = folder + ".tmp";
  create_generation(built);
  task.batch = {request.batch_bytes, kBatchPostings};
  task.workers = request.workers != 0 ? request.workers : std::max(1U, std::thread::hardware_concurrency());
  task.build_folder = folder + ".parts.tmp";
  RunReport report;
  {
    GenerationWriter writer(built, Xapian::DB_NO_SYNC);
    Run run(writer, std::move(task), observer);
    report = run.finish();
    if (run.was_stopped() && !is_first) {
      // It is of no use beside a whole one; the next run under the lock would remove it as well.
      fs::remove_all(built);
      return report;
    }
  }
  fs::rename(built, folder);
  publish_generation(index, generation);
  remove_old_generations(index);
  return report;
}

RunReport rebuild(const UpdateRequest& request, RunObserver& observer) {
  return guarded(request.index, [&] { return rebuild_index(request, observer); });
}

}  // namespace newsline
