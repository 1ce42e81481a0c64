// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/story/members.h"

#include <algorithm>

#include "common/index/document/story_members.h"
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

void write_story_members(Xapian::WritableDatabase& database) {
  std::map<std::string, std::vector<Xapian::docid>> all;
  for (auto value = database.valuestream_begin(schema::slot::kStory);
       value != database.valuestream_end(schema::slot::kStory); ++value)
    all[*value].push_back(value.get_docid());
  for (const auto& [story, members] : all) write(database, story, members);
}

}  // namespace newsline
