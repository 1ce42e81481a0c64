// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "common/index/glass/mapped_table.h"
#include "common/index/packing/packed_text.h"

/// For the files of common/index and common/search only: this header mentions Xapian.
namespace newsline {

/// One state of an index, as Xapian opened it, of which what every question asks for can also be read without
/// Xapian: lists of postings (posting_list.h), of values (value_list.h), texts. Xapian reads a block of eight
/// kilobytes from the file for each of them, which was most of the time of an answer.
///
/// One thread, as all of Xapian's. Throws Xapian's exceptions: DatabaseModifiedError where a writer has taken
/// a block for a later state.
class Snapshot : public Xapian::Database {
 public:
  /// Without documents.
  Snapshot() = default;

  /// The state that `database`, which is open, has of the database in this folder. Throws
  /// Xapian::DatabaseModifiedError if that is no longer the newest.
  Snapshot(const Xapian::Database& database, const std::string& folder);

  [[nodiscard]] const glass::MappedTable& postings() const { return postings_; }
  [[nodiscard]] const glass::MappedTable& documents() const { return documents_; }

  /// How many documents have a term. What was asked is kept: a question asks several times for each of its
  /// words.
  [[nodiscard]] Xapian::doccount frequency(std::string_view term) const;

  /// Whether any document has a term.
  [[nodiscard]] bool has(std::string_view term) const { return frequency(term) != 0; }

  /// A text that is stored, as it was before it was packed. Throws as unpacked_text() does besides.
  [[nodiscard]] std::string unpacked(std::string_view stored) const;

  /// One value of a document; empty where it has none. ValueList is for those of many.
  [[nodiscard]] std::string value(Xapian::docid document, Xapian::valueno slot) const;

  /// The synonyms of a term, ascending.
  [[nodiscard]] std::vector<std::string> synonyms(std::string_view term) const;

  /// What Xapian's get_metadata() returns.
  [[nodiscard]] std::string metadata(std::string_view key) const;

 private:
  glass::MappedTable postings_;
  glass::MappedTable documents_;
  glass::MappedTable synonyms_;
  mutable std::unordered_map<std::string, Xapian::doccount> frequencies_;  ///< that were asked for
  mutable std::optional<TextUnpacker> unpacker_;  ///< made for the first text that is packed
};

}  // namespace newsline
