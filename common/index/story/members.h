// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <map>
#include <string>
#include <vector>

#include "common/index/files/scratch_file.h"

/// For the files of common/index only: this header mentions Xapian.
namespace newsline {

/// Documents that join stories and leave them.
class MemberChanges {
 public:
  /// One document does one of them, once.
  void leave(const std::string& story, Xapian::docid document) { changes_[story].left.push_back(document); }
  void join(const std::string& story, Xapian::docid document) { changes_[story].joined.push_back(document); }
  /// Brings the metadata up to date, and begins anew.
  void write_to(Xapian::WritableDatabase& database);

 private:
  struct Change {
    std::vector<Xapian::docid> left{};
    std::vector<Xapian::docid> joined{};
  };
  std::map<std::string, Change> changes_;
};

/// Writes the metadata of a database that has none of it, by its values; nothing may wait in it for a commit.
/// Memory: a list of the scratch, and the members of one story.
void write_story_members(Xapian::WritableDatabase& database, const Scratch& scratch);

}  // namespace newsline
