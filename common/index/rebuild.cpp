// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <thread>
#include <utility>

#include "common/article/file/walk.h"
#include "common/error.h"
#include "common/index/folder/index_folder.h"
#include "common/index/glass.h"
#include "common/index/ledger/ledger.h"
#include "common/index/ledger/sources.h"
#include "common/index/rebuild.h"
#include "common/index/refresh/carry_over.h"
#include "common/index/refresh/generation_writer.h"
#include "common/index/refresh/loss_guard.h"
#include "common/index/refresh/new_generation.h"
#include "common/index/refresh/request_sources.h"
#include "common/index/whole_database.h"

namespace newsline {
namespace {

/// What a rebuild takes from the generation before it.
struct Former {
  std::string folder;
  std::map<std::string, std::uint64_t> articles;  ///< by source
  CarryOver carry_over;
};

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
  Run::Task task{"rebuild", index, sources};
  task.formats = std::move(formats);
  return build_generation(request, std::move(task), 0, observer);
}

std::map<std::string, std::uint64_t> articles_by_source(const Xapian::Database& database) {
  std::map<std::string, std::uint64_t> articles;
  for_each_entry(database, [&](const std::string& /*key*/, const FileEntry& entry) {
    articles[entry.source] += entry.articles;
  });
  return articles;
}

/// The generation in use, if there is one whose ledger can be read.
std::optional<Former> readable_former(const std::string& index) {
  const auto current = current_generation(index);
  if (!current) return std::nullopt;
  const std::string folder = index + "/" + *current;
  try {
    return guarded(index, [&] {
      const Xapian::Database database = open_whole(folder);
      return Former{folder, articles_by_source(database), CarryOver(database)};
    });
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::data) throw;
    return std::nullopt;
  }
}

}  // namespace

RunReport build_generation(const UpdateRequest& request, Run::Task task, std::uint64_t articles,
                           RunObserver& observer) {
  const std::string index = task.index;
  const bool is_first = !current_generation(index);
  NewGeneration generation(index);
  const unsigned asked = request.workers != 0 ? request.workers : std::thread::hardware_concurrency();
  const auto former = readable_former(index);
  if (former)
    for (const auto& [source, held] : former->articles) articles += held;
  const MemoryShares shares = memory_shares(request.memory_bytes, asked, articles);
  task.workers = shares.workers;
  task.batch = {std::min(request.batch_bytes, shares.update_bytes), shares.update_postings};
  task.build_bytes = shares.build_bytes;
  task.build_folder = generation.parts_folder();
  task.scratch.memory_bytes = request.list_bytes != 0 ? request.list_bytes : shares.list_bytes;
  task.keep_vanished = request.keep_vanished;
  task.allow_mass_delete = request.allow_mass_delete;
  RunReport report;
  {
    GenerationWriter writer(generation.folder(), Xapian::DB_NO_SYNC, task.scratch);
    if (former) {
      former->carry_over.bring_settings(writer.database());
      task.former = former->folder;
    }
    Run run(writer, std::move(task), observer);
    report = run.finish();
    if (run.was_stopped() && !is_first) {
      generation.discard();  // it is of no use beside a whole one
      return report;
    }
    if (former)
      LossGuard(former->articles, request.allow_mass_delete)
          .compare(articles_by_source(writer.database()), Sources(writer.database()));
  }
  generation.publish();
  return report;
}

RunReport rebuild(const UpdateRequest& request, RunObserver& observer) {
  return guarded(request.index, [&] { return rebuild_index(request, observer); });
}

}  // namespace newsline
