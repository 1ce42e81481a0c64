// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <array>

#include "common/article/file/walk.h"
#include "common/error.h"
#include "common/index/folder/index_folder.h"
#include "common/index/glass.h"
#include "common/index/refresh/generation_writer.h"
#include "common/index/refresh/run.h"
#include "common/index/upkeep.h"

namespace newsline {
namespace {

/// What changes the index by hand, under the lock.
template <typename Work>
auto in_run(const std::string& index, RunObserver& observer, Work&& work) {
  return guarded(index, [&] {
    require_index(index);
    const WriteLock lock(index, "forget");
    GenerationWriter writer(index + "/" + *current_generation(index));
    check_rules(writer.database(), index);
    const MemoryShares shares = memory_shares(kUsualMemoryBytes, 1);
    Run run(writer, {"forget", index, {}, {shares.update_bytes, shares.update_postings}}, observer);
    return work(run);
  });
}

/// The id of a page is its path, however the path was given.
std::array<std::string, 2> possible_ids(const std::string& path_or_id) {
  return {path_or_id, path_as_text(absolute_path(path_or_id))};
}

/// Throws Error{usage} that names the sources.
[[noreturn]] void refuse_source(const std::string& index, const std::string& path) {
  std::string known;
  const SourcesReport report = sources(index);
  for (const SourceSummary& source : report.sources)
    known += fmt::format("{}\"{}\"", known.empty() ? "" : ", ", source.path);
  throw Error(ErrorKind::usage, fmt::format("\"{}\" is not a source of the index \"{}\"", path, index),
              known.empty() ? "it has no sources" : "its sources are " + known);
}

}  // namespace

RunReport forget(const std::string& index, const std::string& path_or_id, RunObserver& observer) {
  return in_run(absolute_path(index), observer, [&](Run& run) {
    for (const std::string& id : possible_ids(path_or_id))
      if (const auto report = run.forget_id(id)) return *report;
    if (const auto report = run.forget_path(absolute_path(path_or_id))) return *report;
    throw Error(ErrorKind::usage,
                fmt::format("the index \"{}\" knows no article and no file \"{}\"", index, path_or_id),
                "give the id of an article, or the path of a file, a folder or a source");
  });
}

void remember(const std::string& index, const std::string& id, RunObserver& observer) {
  in_run(absolute_path(index), observer, [&](Run& run) {
    for (const std::string& name : possible_ids(id))
      if (run.remember_id(name)) return;
    throw Error(ErrorKind::usage, fmt::format("no article \"{}\" was forgotten", id),
                "newsline-index sources lists those that were");
  });
}

RunReport remove_source(const std::string& index, const std::string& path, RunObserver& observer) {
  const std::string source = absolute_path(path);
  return in_run(absolute_path(index), observer, [&](Run& run) {
    if (const auto report = run.forget_source(source)) return *report;
    refuse_source(index, source);
  });
}

}  // namespace newsline
