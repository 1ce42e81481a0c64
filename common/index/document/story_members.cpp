// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/document/story_members.h"

#include "common/error.h"
#include "common/index/ledger/number_groups.h"
#include "common/index/schema.h"

namespace newsline {
namespace {

std::vector<Xapian::docid> decode(std::string_view bytes) {
  std::vector<Xapian::docid> members;
  NumberGroups groups{bytes};
  Xapian::docid last = 0;
  while (!groups.bytes.empty()) {
    last += static_cast<Xapian::docid>(groups.take());
    if (groups.failed || last == 0 || (!members.empty() && last <= members.back()))
      throw Error(ErrorKind::data, "the index holds a list of the articles of a story that is damaged",
                  "build it anew with newsline-index rebuild");
    members.push_back(last);
  }
  return members;
}

}  // namespace

std::string story_key(std::string_view story) { return std::string(schema::key::kStory).append(story); }

std::string encode_members(const std::vector<Xapian::docid>& members) {
  std::string bytes;
  Xapian::docid last = 0;
  for (const Xapian::docid member : members) {
    append_number(bytes, member - last);
    last = member;
  }
  return bytes;
}

std::vector<Xapian::docid> story_members(const Xapian::Database& database, std::string_view story) {
  return decode(database.get_metadata(story_key(story)));
}

std::vector<Xapian::docid> story_members(const Snapshot& database, std::string_view story) {
  return decode(database.metadata(story_key(story)));
}

void for_each_story_member(const Xapian::Database& database,
                           const std::function<void(std::string_view story, Xapian::docid member)>& each) {
  const std::string prefix = story_key("");
  for (auto key = database.metadata_keys_begin(prefix); key != database.metadata_keys_end(prefix); ++key) {
    const std::string story = (*key).substr(prefix.size());
    for (const Xapian::docid member : decode(database.get_metadata(*key))) each(story, member);
  }
}

std::map<std::string, std::vector<Xapian::docid>> all_story_members(const Xapian::Database& database) {
  std::map<std::string, std::vector<Xapian::docid>> all;
  for_each_story_member(database, [&](std::string_view story, Xapian::docid member) {
    all[std::string(story)].push_back(member);
  });
  return all;
}

}  // namespace newsline
