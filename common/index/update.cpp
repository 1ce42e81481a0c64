// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/update.h"

#include <filesystem>

#include "common/article/file/walk.h"
#include "common/error.h"
#include "common/index/folder/index_folder.h"
#include "common/index/glass.h"
#include "common/index/rebuild.h"
#include "common/index/refresh/generation_writer.h"
#include "common/index/refresh/request_sources.h"
#include "common/index/refresh/run.h"

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

/// Whether there is so much to read that building it in parallel, unseen until the end, is worth it.
bool is_large(const std::vector<std::string>& sources) {
  std::uint64_t bytes = 0;
  for (const std::string& source : sources)
    for (const FoundFile& file : walk(source).files) bytes += file.size_bytes;
  return bytes >= kLargeBytes;
}

RunReport update_index(const UpdateRequest& request, RunObserver& observer) {
  const std::string index = absolute_path(request.index);
  std::vector<std::string> sources = sources_of(request);
  const std::vector<std::string> remembered = remembered_sources(index);
  if (sources.empty()) sources = remembered;
  if (sources.empty())
    throw Error(ErrorKind::usage,
                "no source is given, and the index \"" + request.index + "\" remembers none",
                "name the files or folders to index");
  require_sources(sources, remembered);

  const WriteLock lock(index, "update");
  remove_old_generations(index);
  if (!current_generation(index)) {
    if (is_large(sources)) return build_generation(request, {"update", index, std::move(sources)}, observer);
    create_first_generation(index);
  }
  GenerationWriter writer(index + "/" + *current_generation(index));
  check_rules(writer.database(), request.index);
  const Intake::Batch batch{request.batch_bytes, kUpdatePostings};
  Run run(writer,
          {"update", index, std::move(sources), batch, request.keep_vanished, request.allow_mass_delete},
          observer);
  return run.finish();
}

}  // namespace

RunReport update(const UpdateRequest& request, RunObserver& observer) {
  return guarded(request.index, [&] { return update_index(request, observer); });
}

}  // namespace newsline
