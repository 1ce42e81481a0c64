// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/build/chunked_list.h"

#include <utility>

#include "common/index/glass/pack.h"

namespace newsline::glass {

ChunkedList::ChunkedList(Table& table, std::string first_key, std::string key)
    : table_(table), first_key_(std::move(first_key)), key_(std::move(key)) {}

void ChunkedList::begin(std::uint64_t documents, std::uint64_t weight, std::uint32_t first) {
  append_number(head_, documents);
  append_number(head_, weight);
  append_number(head_, first - 1);
}

void ChunkedList::append(std::uint32_t document, std::uint32_t number) {
  if (chunk_.size() >= kChunkBytes) write(false);
  if (chunk_.empty()) {
    first_ = document;
  } else {
    append_number(chunk_, document - last_ - 1);
  }
  last_ = document;
  append_number(chunk_, number);
}

void ChunkedList::write(bool is_last) {
  tag_ = head_;
  tag_ += is_last ? '1' : '0';
  append_number(tag_, last_ - first_);
  tag_ += chunk_;
  if (is_first_) {
    table_.add(first_key_, tag_);
  } else {
    const std::size_t bytes = key_.size();
    append_sorted_number(key_, first_);
    table_.add(key_, tag_);
    key_.resize(bytes);
  }
  is_first_ = false;
  head_.clear();
  chunk_.clear();
}

}  // namespace newsline::glass
