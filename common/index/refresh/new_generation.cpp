// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/refresh/new_generation.h"

#include <xapian.h>

#include <filesystem>

#include "common/error.h"
#include "common/index/folder/free_space.h"
#include "common/index/folder/index_folder.h"
#include "common/index/refresh/generation_writer.h"
#include "common/index/whole_database.h"

namespace newsline {
namespace {

namespace fs = std::filesystem;

/// How much room a build takes at its peak, in sizes of a compact generation. With Reuters-21578: 2.3 for one
/// merged from small databases, 3.1 for one that is written and then compacted.
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

std::string NewGeneration::parts_folder() const { return index_ + "/" + name_ + ".parts.tmp"; }

void NewGeneration::compact() {
  const std::string compacted = index_ + "/" + name_ + ".compact.tmp";
  Xapian::Database database = open_whole(built_);
  const Xapian::doccount documents = database.get_doccount();
  database.compact(compacted, Xapian::DBCOMPACT_NO_RENUMBER);  // the metadata names documents by number
  if (open_whole(compacted).get_doccount() != documents)
    throw Error(ErrorKind::data, "the compacted index \"" + compacted + "\" does not hold all articles",
                "the former one stays in use; look at the disk");
  fs::remove_all(built_);
  fs::rename(compacted, built_);
}

void NewGeneration::publish() {
  fs::rename(built_, index_ + "/" + name_);
  publish_generation(index_, name_);
  remove_old_generations(index_);
}

void NewGeneration::discard() { fs::remove_all(built_); }

}  // namespace newsline
