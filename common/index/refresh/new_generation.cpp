// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/refresh/new_generation.h"

#include <xapian.h>

#include <filesystem>

#include "common/index/build/batch_database.h"
#include "common/index/folder/free_space.h"
#include "common/index/folder/index_folder.h"
#include "common/index/refresh/generation_writer.h"

namespace newsline {
namespace {

namespace fs = std::filesystem;

/// How much room a build takes at its peak, compaction included, in sizes of a compact generation: 3.1 was
/// measured with Reuters-21578.
constexpr std::uint64_t kSizesNeeded = 4;

void require_space_beside(const std::string& index) {
  const auto current = current_generation(index);
  if (current) require_space(index, kSizesNeeded * size_of_files(index + "/" + *current));
}

}  // namespace

NewGeneration::NewGeneration(const std::string& index) : index_(index) {
  remove_old_generations(index);
  require_space_beside(index);
  name_ = next_generation(index);
  built_ = index + "/" + name_ + ".tmp";
  create_generation(built_);
}

void NewGeneration::publish() {
  const std::string compacted = index_ + "/" + name_ + ".compact.tmp";
  merge_databases({built_}, compacted);
  built_ = compacted;
  publish_compact();
}

void NewGeneration::publish_compact() {
  fs::rename(built_, index_ + "/" + name_);
  publish_generation(index_, name_);
  remove_old_generations(index_);
}

void NewGeneration::discard() { fs::remove_all(built_); }

}  // namespace newsline
