// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <optional>
#include <thread>
#include <utility>

#include "common/article/file/walk.h"
#include "common/error.h"
#include "common/index/folder/index_folder.h"
#include "common/index/glass.h"
#include "common/index/ledger/ledger.h"
#include "common/index/rebuild.h"
#include "common/index/refresh/generation_writer.h"
#include "common/index/refresh/loss_guard.h"
#include "common/index/refresh/new_generation.h"
#include "common/index/refresh/request_sources.h"

namespace newsline {
namespace {

/// Of what has to be written once more, because several files hold it.
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
  return build_generation(request, {"rebuild", index, sources}, observer);
}

/// The ledger of the generation in use; nothing where there is none that can be read.
std::optional<Ledger> former_ledger(const std::string& index) {
  const auto current = current_generation(index);
  if (!current) return std::nullopt;
  try {
    return guarded(
        index, [&] { return Ledger(Xapian::Database(index + "/" + *current, Xapian::DB_BACKEND_GLASS)); });
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::data) throw;
    return std::nullopt;
  }
}

}  // namespace

RunReport build_generation(const UpdateRequest& request, Run::Task task, RunObserver& observer) {
  const std::string index = task.index;
  const bool is_first = !current_generation(index);
  NewGeneration generation(index);
  task.batch = {request.batch_bytes, kBatchPostings};
  task.workers = request.workers != 0 ? request.workers : std::max(1U, std::thread::hardware_concurrency());
  task.build_folder = generation.parts_folder();
  RunReport report;
  {
    GenerationWriter writer(generation.folder(), Xapian::DB_NO_SYNC);
    Run run(writer, std::move(task), observer);
    report = run.finish();
    if (run.was_stopped() && !is_first) {
      generation.discard();  // it is of no use beside a whole one
      return report;
    }
    if (const auto former = former_ledger(index))
      LossGuard(*former, request.allow_mass_delete).compare(Ledger(writer.database()));
  }
  generation.publish();
  return report;
}

RunReport rebuild(const UpdateRequest& request, RunObserver& observer) {
  return guarded(request.index, [&] { return rebuild_index(request, observer); });
}

}  // namespace newsline
