// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/update.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <optional>
#include <utility>

#include "common/article/file/walk.h"
#include "common/error.h"
#include "common/index/folder/index_folder.h"
#include "common/index/glass.h"
#include "common/index/rebuild.h"
#include "common/index/refresh/generation_writer.h"
#include "common/index/refresh/rehearsal.h"
#include "common/index/refresh/request_sources.h"
#include "common/index/refresh/run.h"
#include "common/index/upkeep.h"

namespace newsline {
namespace {

/// A second's work: what is smaller is not worth the small databases and their merge.
constexpr std::uint64_t kLargeBytes = 1u << 20;

void create_first_generation(const std::string& index) {
  const std::string generation = next_generation(index);
  const std::string unfinished = index + "/" + generation + ".tmp";
  create_generation(unfinished);
  std::filesystem::rename(unfinished, index + "/" + generation);
  publish_generation(index, generation);
}

/// Files that are to be read.
struct Extent {
  std::uint64_t files = 0;
  std::uint64_t bytes = 0;
};

Extent extent_of(const std::vector<std::string>& sources) {
  Extent extent;
  for (const std::string& source : sources) {
    static_cast<void>(walk_files(source, [&](const FoundFile& file) {
      ++extent.files;
      extent.bytes += file.size_bytes;
    }));
  }
  return extent;
}

std::vector<std::string> sources_to_refresh(const UpdateRequest& request, const std::string& index) {
  require_format(request);
  std::vector<std::string> sources = sources_of(request);
  const std::vector<std::string> remembered = remembered_sources(index);
  if (sources.empty()) sources = remembered;
  if (sources.empty())
    throw Error(ErrorKind::usage,
                "no source is given, and the index \"" + request.index + "\" remembers none",
                "name the files or folders to index");
  require_sources(sources, remembered);
  return sources;
}

Run::Task task_of(const UpdateRequest& request, const std::string& index, std::vector<std::string> sources) {
  const MemoryShares shares = memory_shares(request.memory_bytes, 1);
  const Intake::Batch batch{std::min(request.batch_bytes, shares.update_bytes), shares.update_postings};
  Run::Task task{"update",
                 index,
                 std::move(sources),
                 batch,
                 request.keep_vanished,
                 request.allow_mass_delete,
                 request.retry_rejected};
  task.formats = formats_of(request);
  task.scratch.memory_bytes = request.list_bytes != 0 ? request.list_bytes : shares.list_bytes;
  return task;
}

RunReport update_index(const UpdateRequest& request, RunObserver& observer) {
  const std::string index = absolute_path(request.index);
  std::vector<std::string> sources = sources_to_refresh(request, index);

  const WriteLock lock(index, "update");
  remove_old_generations(index);
  if (!current_generation(index)) {
    // To build in parallel, unseen until the end, is worth it where there is much to read.
    if (const Extent extent = extent_of(sources); extent.bytes >= kLargeBytes) {
      Run::Task task{"update", index, std::move(sources)};
      task.formats = formats_of(request);
      return build_generation(request, std::move(task), extent.files, observer);
    }
    create_first_generation(index);
  }
  Run::Task task = task_of(request, index, std::move(sources));
  GenerationWriter writer(index + "/" + *current_generation(index), 0, task.scratch);
  check_rules(writer.database(), request.index);
  Run run(writer, std::move(task), observer);
  return run.finish();
}

/// The generation in use, as it is now; nothing where there is none.
std::optional<Xapian::Database> stored(const std::string& index) {
  if (!current_generation(index)) return std::nullopt;
  return open_for_reading(index);
}

RunReport rehearse_update(const UpdateRequest& request, RunObserver& observer) {
  const std::string index = absolute_path(request.index);
  std::vector<std::string> sources = sources_to_refresh(request, index);
  Run::Task task = task_of(request, index, std::move(sources));
  task.scratch.folder = P_tmpdir;  // nothing is written into that of the index
  Rehearsal rehearsal(stored(index), task.scratch.folder);
  try {
    return Run(rehearsal, std::move(task), observer).finish();
  } catch (const Xapian::DatabaseModifiedError&) {
    throw Error(ErrorKind::busy,
                fmt::format("the index \"{}\" was written to while an update was rehearsed", request.index),
                "run it again when the other run has ended");
  }
}

}  // namespace

RunReport rehearse(const UpdateRequest& request, RunObserver& observer) {
  return guarded(request.index, [&] { return rehearse_update(request, observer); });
}

RunReport update(const UpdateRequest& request, RunObserver& observer) {
  return guarded(request.index, [&] {
    try {
      return update_index(request, observer);
    } catch (const Xapian::DatabaseCorruptError& damage) {
      const auto repair = repair_without_loss(request.index);
      if (!repair) throw;
      observer.repaired(damage.get_msg(), repair->generation);
    }
    return update_index(request, observer);
  });
}

}  // namespace newsline
