// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/glass/value_list.h"

#include <algorithm>

namespace newsline {

ValueList::ValueList(Xapian::valueno slot, const Snapshot& snapshot)
    : cursor_(snapshot.postings()), key_(glass::kValuesKey) {
  glass::append_number(key_, slot);
}

/// The first document of the chunk with this key; kEnd where it is of another list.
Xapian::docid ValueList::first_of(std::string_view key) const {
  return key.starts_with(key_) ? glass::Bytes(key.substr(key_.size())).sorted_number() : kEnd;
}

/// Begins the chunk where the cursor stands, and this document; false if it is of another list.
bool ValueList::begin_chunk(Xapian::docid first) {
  if (first == kEnd) return false;
  if (first <= chunk_) throw Xapian::DatabaseCorruptError("the values of documents are out of order");
  const std::string_view tag = cursor_.tag(room_);
  constexpr std::size_t kLine = 64;            // that processors fetch at once
  constexpr std::size_t kMostAhead = 2 << 10;  // what chunks have, but for those of one long value
  for (std::size_t at = kLine; at < std::min(tag.size(), kMostAhead); at += kLine)
    __builtin_prefetch(tag.data() + at);
  left_ = glass::Bytes(tag);
  chunk_ = document_ = first;
  value_ = left_.text();
  knows_next_ = false;
  return true;
}

/// Whether a document may be in one of the next chunks, if these have as many as the one that was gone
/// through.
bool ValueList::is_near(Xapian::docid document) const {
  constexpr std::uint64_t kChunks = 2;
  return chunk_ != 0 && document - document_ <= kChunks * (document_ - chunk_ + 1);
}

/// Goes to the chunk that has a document or, if none has, to one before or the next one.
bool ValueList::find_chunk(Xapian::docid document) {
  if (is_near(document)) return cursor_.next() && begin_chunk(first_of(cursor_.key()));
  const std::size_t bytes = key_.size();
  glass::append_sorted_number(key_, document);
  const bool begins_one = cursor_.find(key_);
  key_.resize(bytes);
  if (begins_one) return begin_chunk(document);
  const Xapian::docid first = first_of(cursor_.key());
  // The chunk that was gone through, where no other begins up to the document; else one further on.
  if (first != kEnd && first > chunk_) return begin_chunk(first);
  return cursor_.next() && begin_chunk(first_of(cursor_.key()));
}

/// Whether a document is not before the next chunk, as far as that is known.
bool ValueList::is_beyond_chunk(Xapian::docid document) {
  if (!knows_next_) {
    const std::string_view next = cursor_.next_key();
    next_first_ = next.empty() ? kEnd : first_of(next);
    knows_next_ = true;
  }
  return document >= next_first_;
}

Xapian::docid ValueList::seek_on(Xapian::docid document) {
  while (document_ < document) {
    if (left_.is_empty() || is_beyond_chunk(document)) {
      if (!find_chunk(document)) return document_ = kEnd;
    } else {
      go_on_in_chunk(document);
    }
  }
  return document_;
}

/// To a document, the one behind it, or the end.
void ValueList::go_on_in_chunk(Xapian::docid document) {
  glass::Bytes left = left_;
  Xapian::docid at = document_;
  std::string_view value;
  do {
    at += left.number() + 1;
    value = left.text();
  } while (at < document && !left.is_empty());
  left_ = left;
  document_ = at;
  value_ = value;
}

}  // namespace newsline
