// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/glass/posting_list.h"

namespace newsline {

void PostingList::throw_damaged() {
  throw Xapian::DatabaseCorruptError("the list of a term's documents is damaged");
}

PostingList::PostingList(std::string_view term, const Snapshot& snapshot)
    : cursor_(snapshot.postings()), is_of_all_(term.empty()) {
  if (term.empty()) {
    key_ = glass::kLengthsKey;
    has_no_gaps_ = snapshot.get_doccount() == snapshot.get_lastdocid();
  } else {
    glass::append_term(key_, term);
  }
  if (!cursor_.find(key_)) return;
  if (!term.empty()) key_ += '\0';
  glass::Bytes chunk(cursor_.tag(room_));
  frequency_ = chunk.number();
  static_cast<void>(chunk.wide_number());  // occurrences in all
  begin_chunk(chunk, chunk.number() + 1);
}

void PostingList::begin_chunk(glass::Bytes chunk, Xapian::docid first) {
  left_ = chunk;
  is_last_chunk_ = left_.byte() == '1';
  document_ = first;
  const std::uint32_t others = left_.number();
  if (others >= kEnd - first) throw_damaged();
  last_ = first + others;
  occurrences_ = left_.number();
}

/// A chunk whose key says its first document.
void PostingList::begin_later_chunk() {
  const std::string_view key = cursor_.key();
  if (!key.starts_with(key_)) throw_damaged();
  const Xapian::docid first = glass::Bytes(key.substr(key_.size())).sorted_number();
  begin_chunk(glass::Bytes(cursor_.tag(room_)), first);
}

bool PostingList::go_to_next_chunk() {
  if (is_last_chunk_) return false;
  if (!cursor_.next()) throw_damaged();
  begin_later_chunk();
  return true;
}

/// Goes to the chunk that has a document or, if none has, the next one.
bool PostingList::find_chunk(Xapian::docid document) {
  if (!go_to_next_chunk()) return false;
  if (document <= last_) return true;
  if (is_last_chunk_) return false;
  const std::size_t bytes = key_.size();
  glass::append_sorted_number(key_, document);
  cursor_.find(key_);
  key_.resize(bytes);
  begin_later_chunk();
  return document <= last_ || go_to_next_chunk();
}

/// Whether no document is missing up to the last of the chunk, so that which one stands where can be counted.
bool PostingList::has_all_documents() {
  if (!is_of_all_ || has_no_gaps_) return is_of_all_;
  if (without_gaps_ != last_)
    without_gaps_ = left_.numbers() == 2 * std::size_t{last_ - document_} ? last_ : 0;
  return without_gaps_ == last_;
}

/// No document of the chunk is behind its last.
Xapian::docid PostingList::seek_in_chunk(Xapian::docid document) {
  constexpr Xapian::docid kFar = 16;  // where to count costs less than to add up
  if (document - document_ > kFar && has_all_documents()) {
    left_.pass_numbers(2 * std::size_t{document - document_} - 1);
    occurrences_ = left_.number();
    return document_ = document;
  }
  glass::Bytes left = left_;
  Xapian::docid at = document_;
  Xapian::termcount occurrences = 0;
  while (at < document) {
    at += left.number() + 1;
    occurrences = left.number();
  }
  if (at > last_) throw_damaged();
  left_ = left;
  occurrences_ = occurrences;
  return document_ = at;
}

}  // namespace newsline
