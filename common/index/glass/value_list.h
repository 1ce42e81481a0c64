// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <string>
#include <string_view>

#include "common/index/glass/pack.h"
#include "common/index/glass/snapshot.h"
#include "common/index/glass/table_cursor.h"

/// For the files of common/index and common/search only: this header mentions Xapian.
namespace newsline {

/// The values of one slot, of documents that ascend (xapian-core, backends/glass/glass_values.cc). The
/// snapshot must live as long. Throws as TableCursor does. One thread.
class ValueList {
 public:
  static constexpr Xapian::docid kEnd = UINT32_MAX;

  ValueList(Xapian::valueno slot, const Snapshot& snapshot);

  /// The first document with a value from here on, or from where it stands; kEnd if there is none.
  Xapian::docid seek(Xapian::docid document) { return document_ >= document ? document_ : seek_on(document); }

  [[nodiscard]] bool has(Xapian::docid document) { return seek(document) == document; }

  /// That of the document where it stands, until it is asked for another.
  [[nodiscard]] std::string_view value() const { return value_; }

  /// Likewise; empty where the document has none.
  [[nodiscard]] std::string_view of(Xapian::docid document) {
    return has(document) ? value_ : std::string_view();
  }

 private:
  Xapian::docid seek_on(Xapian::docid document);
  [[nodiscard]] bool is_near(Xapian::docid document) const;
  bool find_chunk(Xapian::docid document);
  bool begin_chunk(Xapian::docid first);
  void go_on_in_chunk(Xapian::docid document);
  bool is_beyond_chunk(Xapian::docid document);
  [[nodiscard]] Xapian::docid first_of(std::string_view key) const;

  glass::TableCursor cursor_;
  std::string key_;   ///< what the keys of chunks begin with
  std::string room_;  ///< of a chunk that lies in parts
  glass::Bytes left_;
  Xapian::docid chunk_ = 0;     ///< its first document
  Xapian::docid document_ = 0;  ///< where it stands; 0 before the first question
  bool knows_next_ = false;
  Xapian::docid next_first_ = kEnd;  ///< of the chunk behind, if known; kEnd where that cannot be seen
  std::string_view value_;
};

}  // namespace newsline
