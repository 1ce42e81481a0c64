// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/story/members.h"

#include <algorithm>

#include "common/index/document/story_members.h"
#include "common/index/files/sorted_records.h"
#include "common/index/ledger/number_groups.h"
#include "common/index/schema.h"

namespace newsline {
namespace {

void write(Xapian::WritableDatabase& database, std::string_view story,
           const std::vector<Xapian::docid>& members) {
  database.set_metadata(story_key(story), encode_members(members));
}

}  // namespace

void MemberChanges::write_to(Xapian::WritableDatabase& database) {
  for (auto& [story, change] : changes_) {
    std::vector<Xapian::docid> members = story_members(database, story);
    std::vector<Xapian::docid>& left = change.left;
    std::ranges::sort(left);
    std::erase_if(members, [&](Xapian::docid member) { return std::ranges::binary_search(left, member); });
    members.insert(members.end(), change.joined.begin(), change.joined.end());
    std::ranges::sort(members);
    write(database, story, members);
  }
  changes_.clear();
}

/// There is no zero in the id of a story.
void write_story_members(Xapian::WritableDatabase& database, const Scratch& scratch) {
  SortedRecords all(scratch);
  for (auto value = database.valuestream_begin(schema::slot::kStory);
       value != database.valuestream_end(schema::slot::kStory); ++value) {
    std::string record = *value + '\0';
    append_big_endian(record, value.get_docid(), sizeof(Xapian::docid));
    all.add(record);
  }
  all.sort();
  std::string story;
  std::vector<Xapian::docid> members;
  RecordCursor cursor = all.records();
  while (cursor.next()) {
    const std::size_t end = cursor.record().find('\0');
    if (cursor.record().substr(0, end) != story) {
      if (!members.empty()) write(database, story, members);
      members.clear();
      story = cursor.record().substr(0, end);
    }
    members.push_back(number_at(cursor.record(), end + 1));
  }
  if (!members.empty()) write(database, story, members);
}

}  // namespace newsline
