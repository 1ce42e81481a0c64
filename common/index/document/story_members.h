// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "common/index/glass/snapshot.h"

/// Which documents a story has. A term could tell, but to give one to a document that is there Xapian 1.4
/// first reads all its terms and looks for the positions of each (Document::Internal::need_terms); a value it
/// changes without. So the value says it of a document, and metadata of a story.
/// For the files of common/index and common/search only: this header mentions Xapian.
namespace newsline {

/// Its place in the metadata.
[[nodiscard]] std::string story_key(std::string_view story);

/// What stands there for these, which ascend.
[[nodiscard]] std::string encode_members(const std::vector<Xapian::docid>& members);

/// The documents whose slot::kStory this is, ascending; none where there is no such story. `database` is one
/// that is not made of several. Throws Error{data} where the index is damaged.
[[nodiscard]] std::vector<Xapian::docid> story_members(const Xapian::Database& database,
                                                       std::string_view story);
[[nodiscard]] std::vector<Xapian::docid> story_members(const Snapshot& database, std::string_view story);

/// Calls `each` with the members of all stories, story by story.
void for_each_story_member(const Xapian::Database& database,
                           const std::function<void(std::string_view story, Xapian::docid member)>& each);

/// The same, as one.
[[nodiscard]] std::map<std::string, std::vector<Xapian::docid>> all_story_members(
    const Xapian::Database& database);

}  // namespace newsline
