// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/glass/snapshot.h"

#include <utility>

#include "common/index/glass/pack.h"
#include "common/index/glass/posting_list.h"
#include "common/index/glass/table_cursor.h"
#include "common/index/glass/value_list.h"
#include "common/index/glass/version_file.h"
#include "common/index/packing/stored_texts.h"

namespace newsline {
namespace {

/// How keys of the table of postings begin that are of metadata.
constexpr std::string_view kMetadataKey("\0\xc0", 2);

/// Of terms, kept at most.
constexpr std::size_t kMostFrequencies = 4096;

/// The tag of an entry; empty where there is none.
std::string tag_of(const glass::MappedTable& table, std::string_view key) {
  glass::TableCursor cursor(table);
  if (!cursor.find(key)) return {};
  std::string room;
  const std::string_view tag = cursor.tag(room);
  return tag.data() == room.data() ? std::move(room) : std::string(tag);
}

}  // namespace

Snapshot::Snapshot(const Xapian::Database& database, const std::string& folder) : Xapian::Database(database) {
  const glass::VersionFile version = glass::read_version_file(folder);
  if (version.revision != get_revision())
    throw Xapian::DatabaseModifiedError("there was a commit while the index was opened");
  postings_ = glass::MappedTable(folder + "/postlist.glass", version.postings, version.revision);
  documents_ = glass::MappedTable(folder + "/docdata.glass", version.documents, version.revision);
  synonyms_ = glass::MappedTable(folder + "/synonym.glass", version.synonyms, version.revision);
}

Xapian::doccount Snapshot::frequency(std::string_view term) const {
  std::string key(term);
  if (const auto known = frequencies_.find(key); known != frequencies_.end()) return known->second;
  const Xapian::doccount frequency = PostingList(term, *this).frequency();
  if (frequencies_.size() >= kMostFrequencies) frequencies_.clear();
  frequencies_.emplace(std::move(key), frequency);
  return frequency;
}

std::string Snapshot::unpacked(std::string_view stored) const {
  return unpacked_text(stored, unpacker_, [&](const std::string& key) { return metadata(key); });
}

std::string Snapshot::value(Xapian::docid document, Xapian::valueno slot) const {
  return std::string(ValueList(slot, *this).of(document));
}

std::vector<std::string> Snapshot::synonyms(std::string_view term) const {
  constexpr unsigned kLengthMask = 96;  // glass stores lengths so (backends/glass/glass_synonym.cc)
  const std::string tag = tag_of(synonyms_, term);
  std::vector<std::string> found;
  for (glass::Bytes left(tag); !left.is_empty();) {
    const std::size_t length = left.byte() ^ kLengthMask;
    found.emplace_back(left.text(length));
  }
  return found;
}

std::string Snapshot::metadata(std::string_view key) const {
  return tag_of(postings_, std::string(kMetadataKey).append(key));
}

}  // namespace newsline
