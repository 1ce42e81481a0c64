// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/index/files/scratch_file.h"
#include "common/index/story/members.h"
#include "common/index/story/shingles.h"

/// For the files of common/index only: this header mentions Xapian.
namespace newsline {

/// A document and the story to which it belongs: slot::kStory, empty where it stands alone.
using Belonging = std::pair<Xapian::docid, std::string>;

/// Keeps the stories of an index right while its documents change. What they are follows from the articles
/// alone, so that runs in any order and a rebuild end alike (tests/index/refresh/update_law_test.cpp).
class StoryKeeper {
 public:
  explicit StoryKeeper(Scratch scratch) : scratch_(std::move(scratch)) {}

  /// A document comes that has this signature.
  void come(std::string_view signature, Xapian::docid document);
  /// This one goes, or is about to be written anew.
  void go(const Xapian::Document& document);
  /// Writes what is known of those that came and went, so that less waits in memory.
  void write_waiting(Xapian::WritableDatabase& database);
  /// Brings the stories up to date, and begins anew. Cost: the texts beside those that were touched, and what
  /// is joined with them; where that is much, all texts. Memory: some lists of the scratch (whole_stories.h).
  void settle(Xapian::WritableDatabase& database);

 private:
  class Changes;

  void touch(std::string_view signature);
  [[nodiscard]] bool settle_beside(Xapian::WritableDatabase& database);
  void settle_all(Xapian::WritableDatabase& database);

  Scratch scratch_;
  std::set<std::string, std::less<>> touched_;  ///< signatures
  bool are_all_touched_ = false;                ///< as good as: they were too many for the memory
  ShingleChanges shingles_;
  MemberChanges members_;
};

/// Puts the stories of databases into them that are to be merged into one. Behind the merge this would split
/// nearly all blocks of a database that has just been made compact. What the metadata says follows there, by
/// write_story_metadata(). In so many threads. Nothing is synced.
void settle_parts(const std::vector<std::string>& folders, unsigned jobs, const Scratch& scratch);

/// Writes the metadata of a database that has none of it, by its values; nothing may wait in it for a commit.
void write_story_metadata(Xapian::WritableDatabase& database, const Scratch& scratch);

/// What all documents should have that do not stand alone, for a check. Ascending by document.
[[nodiscard]] std::vector<Belonging> all_stories(const Xapian::Database& database, const Scratch& scratch);

}  // namespace newsline
