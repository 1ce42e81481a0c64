// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/index/files/sorted_records.h"
#include "common/index/story/links.h"
#include "common/index/story/parted_documents.h"

/// For the files of common/index only: this header mentions Xapian.
namespace newsline {

/// A document and the story to which it belongs as a record: these ascend by document.
[[nodiscard]] std::string story_record(std::uint32_t document, std::string_view story);
[[nodiscard]] std::pair<std::uint32_t, std::string_view> story_in(std::string_view record);

/// The stories of all documents of an index, or of the parts from which it is put together. Memory: four
/// bytes a document where some have copies, some thirteen for a text of those that are joined by copies, for one such
/// group at a time, and a few lists of the scratch; the rest is on the disk.
class WholeStories {
 public:
  WholeStories(const PartedDocuments& documents, const Scratch& scratch);

  /// Takes all shingles of some hashes; those of all hashes come, each once.
  void look_at(std::span<const Shingle> shingles) { links_.look_at(shingles); }

  /// story_in() of each document that does not stand alone. Ends the looking.
  [[nodiscard]] SortedRecords find();

 private:
  std::uint32_t group_of(std::uint32_t document);
  void join(std::uint32_t document, std::uint32_t other);
  void join_all();
  void add_member(std::uint32_t text, std::uint32_t document);
  void list_members();
  void list_links();
  void divide_all();
  bool read_texts(RecordCursor& members, std::uint32_t group);
  void put_stories(RecordCursor& members, std::uint32_t group, const std::vector<std::uint32_t>& stories);

  const PartedDocuments& documents_;
  Signatures signatures_;
  Scratch scratch_;
  CopyLinks links_;
  /// By document. First, for those that have copies, one of the same group that came to it before, in the end
  /// itself; 0: it has none. Then, for the first document of a text, its place in its group.
  std::vector<std::uint32_t> numbers_;
  SortedRecords members_;             ///< of groups, in the order of articles, with their texts
  SortedRecords links_by_group_;      ///< texts and copies
  std::vector<std::uint32_t> texts_;  ///< of one group, by place: their first documents
  std::vector<bool> have_several_;    ///< likewise: whether they have more documents than that
  SortedRecords stories_;
};

}  // namespace newsline
