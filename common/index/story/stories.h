// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/index/story/graph.h"
#include "common/index/story/members.h"
#include "common/index/story/shingles.h"

/// For the files of common/index only: this header mentions Xapian.
namespace newsline {

/// A document and the story to which it belongs: slot::kStory, empty where it stands alone.
using Belonging = std::pair<Xapian::docid, std::string>;

/// The stories of texts that are joined by copies. The first article by date, then id, and all copies of it
/// and theirs are a story; of the rest again the first, and so on. So a text that drifts from copy to copy
/// does not take unlike ones into one story. Each document once.
[[nodiscard]] std::vector<Belonging> stories_of(const CopyGraph& graph,
                                                const std::vector<std::uint32_t>& component,
                                                const Xapian::Database& database);

/// Keeps the stories of an index right while its documents change. What they are follows from the articles
/// alone, so that runs in any order and a rebuild end alike (tests/index/refresh/update_law_test.cpp).
class StoryKeeper {
 public:
  /// A document comes that has this signature.
  void come(std::string_view signature, Xapian::docid document);
  /// This one goes, or is about to be written anew.
  void go(const Xapian::Document& document);
  /// Brings the stories up to date, and begins anew. Cost: the texts beside those that were touched, and what
  /// is joined with them.
  void settle(Xapian::WritableDatabase& database);

 private:
  void put(Xapian::WritableDatabase& database, const Belonging& belonging);

  std::set<std::string, std::less<>> touched_;  ///< signatures
  ShingleChanges shingles_;
  MemberChanges members_;
};

/// Puts the stories of databases into them that are to be merged into one. Behind the merge this would split
/// nearly all blocks of a database that has just been made compact. What the metadata says follows there, by
/// write_shingles() and write_story_members(). In so many threads. Nothing is synced.
void settle_parts(const std::vector<std::string>& folders, unsigned jobs);

/// What each document that shares a hash with another should have, for a check. Ascending by document.
[[nodiscard]] std::vector<Belonging> all_stories(const Xapian::Database& database);

}  // namespace newsline
