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

/// The documents that have a term, in ascending order, each with how often it has it; of the empty term all
/// documents, each with its length (xapian-core, backends/glass/glass_postlist.cc). A list lies in chunks of
/// two kilobytes, of which those are passed over in which nothing is asked for. The snapshot must live as
/// long. Throws as TableCursor does. One thread.
class PostingList {
 public:
  static constexpr Xapian::docid kEnd = UINT32_MAX;

  /// Stands at the first document.
  PostingList(std::string_view term, const Snapshot& snapshot);

  /// The first document from here on, or from where it stands; kEnd if there is none.
  Xapian::docid seek(Xapian::docid document) {
    if (document_ >= document) return document_;
    if (document == document_ + 1 && document <= last_) return step();
    if (document > last_ && !find_chunk(document)) return document_ = kEnd;
    return document_ >= document ? document_ : seek_in_chunk(document);
  }

  /// The document behind the one where it stands, which is not the end.
  Xapian::docid next() { return document_ < last_ ? step() : seek(document_ + 1); }

  /// Calls `each(document, occurrences)` for the document where it stands and those behind it that are before
  /// `end`, and stands at the first that is not: a few times as quick as next().
  template <typename Each>
  void for_each_before(Xapian::docid end, Each each) {
    while (document_ < end) {
      glass::Bytes left = left_;
      Xapian::docid at = document_;
      Xapian::termcount occurrences = occurrences_;
      const Xapian::docid last = last_;
      each(at, occurrences);
      while (at < last) {
        const std::uint32_t passed = left.number();
        if (passed >= last - at) throw_damaged();
        at += passed + 1;
        occurrences = left.number();
        if (at >= end) break;
        each(at, occurrences);
      }
      left_ = left;
      document_ = at;
      occurrences_ = occurrences;
      if (at < end && !go_to_next_chunk()) document_ = kEnd;
    }
  }

  [[nodiscard]] Xapian::docid document() const { return document_; }

  /// How often the document where it stands has the term.
  [[nodiscard]] Xapian::termcount occurrences() const { return occurrences_; }

  /// How many documents have it; nothing is said of the empty term.
  [[nodiscard]] Xapian::doccount frequency() const { return frequency_; }

 private:
  /// To the next document of the chunk, which there is.
  Xapian::docid step() {
    document_ += left_.number() + 1;
    occurrences_ = left_.number();
    return document_;
  }

  bool find_chunk(Xapian::docid document);
  Xapian::docid seek_in_chunk(Xapian::docid document);
  bool go_to_next_chunk();
  void begin_chunk(glass::Bytes chunk, Xapian::docid first);
  void begin_later_chunk();
  [[nodiscard]] bool has_all_documents();
  [[noreturn]] static void throw_damaged();

  glass::TableCursor cursor_;
  std::string key_;   ///< of the first chunk; what the keys of the others begin with
  std::string room_;  ///< of a chunk that lies in parts
  glass::Bytes left_;
  Xapian::docid document_ = kEnd;
  Xapian::docid last_ = 0;  ///< of the chunk
  bool is_last_chunk_ = true;
  bool is_of_all_;                  ///< of the empty term
  bool has_no_gaps_ = false;        ///< all documents up to the last are there
  Xapian::docid without_gaps_ = 0;  ///< the last document of a chunk that has all from some on
  Xapian::termcount occurrences_ = 0;
  Xapian::doccount frequency_ = 0;
};

}  // namespace newsline
