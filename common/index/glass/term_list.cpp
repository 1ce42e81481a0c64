// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/glass/term_list.h"

#include <utility>

#include "common/index/glass/pack.h"

namespace newsline {
namespace {

std::string key_of(std::string_view term) {
  std::string key;
  glass::append_term(key, term);
  return key;
}

/// The term whose list begins at this key. Behind a NUL of a term stands ff, behind one that ends it what is
/// less.
std::string term_of(std::string_view key) {
  std::string term;
  for (std::size_t at = 0; at < key.size(); ++at) {
    term += key[at];
    if (key[at] != '\0') continue;
    if (++at == key.size() || key[at] != '\xff')
      throw Xapian::DatabaseCorruptError("a term of the index cannot be read");
  }
  return term;
}

}  // namespace

TermList::TermList(std::string_view prefix, const Snapshot& snapshot)
    : cursor_(snapshot.postings()), prefix_(prefix) {
  seek(prefix);
}

void TermList::seek(std::string_view term) {
  if (!term_.empty() && term <= term_) return;
  // What is not of terms begins with a NUL.
  go_to(term.empty() ? std::string("\0\xff", 2) : key_of(term));
}

void TermList::next() {
  std::string key = key_of(term_);
  const std::size_t bytes = key.size();
  key.append("\0\xff", 2);
  if (!cursor_.next()) {
    is_at_end_ = true;
    return;
  }
  const std::string_view found = cursor_.key();
  const bool is_chunk = found.size() > bytes &&
                        found.starts_with(std::string_view(key).substr(0, bytes + 1)) &&
                        found.substr(bytes + 1, 1) != "\xff";
  if (is_chunk) {
    go_to(key);
  } else {
    take();
  }
}

/// To the first term from a key on that is not of a later chunk.
void TermList::go_to(const std::string& key) {
  if (cursor_.find(key) || cursor_.next()) {
    take();
  } else {
    is_at_end_ = true;
  }
}

void TermList::take() {
  std::string term = term_of(cursor_.key());
  if (!term_.empty() && term <= term_)
    throw Xapian::DatabaseCorruptError("the terms of the index are out of order");
  term_ = std::move(term);
  is_at_end_ = !term_.starts_with(prefix_);
}

Xapian::doccount TermList::frequency() const {
  std::string room;
  return glass::Bytes(cursor_.tag(room)).number();
}

std::uint64_t TermList::occurrences() const {
  std::string room;
  glass::Bytes head(cursor_.tag(room));
  static_cast<void>(head.number());
  return head.wide_number();
}

}  // namespace newsline
