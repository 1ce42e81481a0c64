// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/search/scan/sums.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

namespace newsline {
namespace {

/// What sums leave behind for those of the next question: the system takes back what is freed, and to get it
/// again, page by page, was a tenth of a question.
thread_local std::array<std::vector<std::uint8_t>, 4> left_behind;

}  // namespace

Sums::Sums(const std::vector<std::string>& terms, const Snapshot& database)
    : last_(database.get_lastdocid()) {
  const auto room = std::ranges::find_if(left_behind, [](const auto& each) { return !each.empty(); });
  if (room != left_behind.end()) sums_.swap(*room);
  sums_.assign(std::min(std::size_t{last_} + 1, kBytes) + sizeof(std::uint64_t), 0);
  lists_.reserve(terms.size());
  for (const std::string& term : terms) lists_.emplace_back(term, database);
  add_up();
}

Sums::~Sums() {
  const auto room = std::ranges::find_if(left_behind, [](const auto& each) { return each.empty(); });
  if (room != left_behind.end()) sums_.swap(*room);
}

/// Goes to the window of a document.
void Sums::go_to(Xapian::docid document) {
  begin_ = document / kWindow * kWindow;
  std::ranges::fill(sums_, std::uint8_t{0});
  many_.clear();
  add_up();
}

void Sums::add_up() {
  const auto end = static_cast<Xapian::docid>(
      std::min<std::uint64_t>(begin_ + (sums_.size() - sizeof(std::uint64_t)), kEnd));
  std::uint8_t* const sums = sums_.data();  // bytes may be anything, so that members were read each time
  const Xapian::docid begin = begin_;
  for (PostingList& list : lists_) {
    if (list.seek(begin) >= end) continue;
    list.for_each_before(end, [=, this](Xapian::docid at, Xapian::termcount occurrences) {
      std::uint8_t& sum = sums[at - begin];
      if (occurrences < static_cast<Xapian::termcount>(kMany - sum)) {
        sum = static_cast<std::uint8_t>(sum + occurrences);
      } else {
        many_[at] += occurrences + (sum == kMany ? 0 : sum);
        sum = kMany;
      }
    });
  }
}

Xapian::docid Sums::next(Xapian::docid document) {
  if (document - begin_ >= kWindow) go_to(document);
  for (;;) {
    const Xapian::docid found = next_in_window(document);
    if (found != kEnd) return found;
    Xapian::docid first = kEnd;
    for (const PostingList& list : lists_) first = std::min(first, list.document());
    if (first == kEnd) return kEnd;
    if (first > last_) throw Xapian::DatabaseCorruptError("a list has a document that the index has not");
    document = first;
    go_to(document);
  }
}

Xapian::docid Sums::next_in_window(Xapian::docid document) const {
  constexpr bool kIsLittle = std::endian::native == std::endian::little;
  for (std::size_t at = document - begin_; at + sizeof(std::uint64_t) <= sums_.size();
       at += sizeof(std::uint64_t)) {
    std::uint64_t eight = 0;
    std::memcpy(&eight, &sums_[at], sizeof eight);
    if (eight == 0) continue;
    const int zeros = kIsLittle ? std::countr_zero(eight) : std::countl_zero(eight);
    return begin_ + static_cast<Xapian::docid>(at + static_cast<std::size_t>(zeros) / 8);
  }
  return kEnd;
}

}  // namespace newsline
