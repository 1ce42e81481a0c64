// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/build/inverted_batch.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cassert>
#include <filesystem>
#include <random>

#include "common/index/build/chunked_list.h"
#include "common/index/glass/pack.h"
#include "common/index/glass/version_file.h"
#include "common/index/packing/packed_text.h"

namespace newsline {
namespace {

using glass::append_number;
using glass::append_sorted_number;
using glass::append_term;
using glass::append_text;
using glass::kLengthsKey;
using glass::kStatisticsKey;
using glass::kValuesKey;
using glass::Table;

/// A value so long has a chunk of its own, so that reading it is not reading its neighbours. Glass fills
/// chunks of values whatever their length, and reads any.
constexpr std::size_t kLongValueBytes = 128;

std::string path_in(const std::string& folder, const char* table) { return folder + '/' + table + ".glass"; }

std::string made(std::string folder) {
  std::filesystem::create_directory(folder);
  return folder;
}

std::string document_key(std::uint32_t document) {
  std::string key;
  append_sorted_number(key, document);
  return key;
}

std::size_t common_beginning(std::string_view a, std::string_view b) {
  return static_cast<std::size_t>(std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first - a.begin());
}

/// Bytes that no other database has.
std::string new_identity() {
  std::random_device random;
  std::string identity;
  while (identity.size() < glass::kIdentityBytes) identity += static_cast<char>(random());
  return identity;
}

}  // namespace

InvertedBatch::InvertedBatch(std::string folder)
    : folder_(made(std::move(folder))),
      data_(path_in(folder_, "docdata"), Table::Tags::deflated),
      term_lists_(path_in(folder_, "termlist"), Table::Tags::deflated),
      entries_(1) {}

void InvertedBatch::add(const Postings& postings, const std::string& claim) {
  lengths_.push_back(0);
  std::vector<std::pair<std::string_view, std::uint32_t>> terms;
  terms.reserve(postings.terms.size() + 1);
  bool is_claimed = false;
  const auto claim_before = [&](std::string_view term) {
    if (is_claimed || term < claim) return;
    is_claimed = true;
    if (term == claim) return;
    terms.emplace_back(claim, 0);
    add_entry(claim, 0);
  };
  std::uint64_t length = 0;
  for (const Posting& posting : postings.terms) {
    claim_before(posting.term);
    terms.emplace_back(posting.term, posting.weight);
    add_entry(posting.term, posting.weight);
    length += posting.weight;
  }
  if (!is_claimed) {
    terms.emplace_back(claim, 0);
    add_entry(claim, 0);
  }
  lengths_.back() = static_cast<std::uint32_t>(length);
  total_length_ += length;
  write_term_list(terms, length);
  const auto document = static_cast<std::uint32_t>(lengths_.size());
  if (!postings.data.empty()) data_.add(document_key(document), postings.data, is_packed(postings.data));
  std::string slots;
  std::uint32_t next_slot = 0;
  for (const auto& [slot, value] : postings.values) {
    add_value(slot, value);
    append_number(slots, slot - next_slot);
    next_slot = slot + 1;
  }
  if (!slots.empty()) term_lists_.add(document_key(document) + '\0', slots);
}

void InvertedBatch::add_entry(std::string_view term, std::uint32_t weight) {
  const auto [number, is_new] = numbers_.add(term);
  if (is_new) terms_.emplace_back();
  Term& known = terms_[number];
  const auto entry = static_cast<std::uint32_t>(entries_.size());
  (known.first == 0 ? known.first : entries_[known.last].next) = entry;
  known.last = entry;
  ++known.documents;
  known.weight += weight;
  greatest_weight_ = std::max(greatest_weight_, weight);
  entries_.push_back({static_cast<std::uint32_t>(lengths_.size()), weight, 0});
}

void InvertedBatch::add_value(std::uint32_t number, const std::string& value) {
  Slot& slot = slots_[number];
  const auto document = static_cast<std::uint32_t>(lengths_.size());
  if (slot.values++ == 0) slot.least = slot.greatest = value;
  if (value < slot.least) slot.least = value;
  if (value > slot.greatest) slot.greatest = value;
  if (!slot.is_open) {
    slot.chunks.emplace_back(document, std::string());
  } else {
    append_number(slot.chunks.back().second, document - slot.last_document - 1);
  }
  std::string& chunk = slot.chunks.back().second;
  append_text(chunk, value);
  slot.is_open = chunk.size() < glass::kChunkBytes && value.size() < kLongValueBytes;
  slot.last_document = document;
}

/// Each term but the first is told by how much of the one before it begins it, and the rest; that number and
/// the weight share a byte where they can.
void InvertedBatch::write_term_list(const std::vector<std::pair<std::string_view, std::uint32_t>>& terms,
                                    std::uint64_t length) {
  std::string tag;
  append_number(tag, length);
  append_number(tag, terms.size());
  std::string_view former;
  for (const auto& [term, weight] : terms) {
    if (former.empty()) {
      tag += static_cast<char>(term.size());
      tag += term;
      append_number(tag, weight);
      former = term;
      continue;
    }
    const std::size_t same = common_beginning(former, term);
    const std::uint64_t packed =
        weight < 127 ? (std::uint64_t{weight} + 1) * (former.size() + 1) + same : 256;
    tag += static_cast<char>(packed < 256 ? packed : same);
    tag += static_cast<char>(term.size() - same);
    tag += term.substr(same);
    if (packed >= 256) append_number(tag, weight);
    former = term;
  }
  term_lists_.add(document_key(static_cast<std::uint32_t>(lengths_.size())), tag);
}

void InvertedBatch::finish() {
  assert(!lengths_.empty());
  Table postings(path_in(folder_, "postlist"), Table::Tags::as_they_are);
  write_values(postings);
  write_lengths(postings);
  for (const std::uint32_t number : terms_in_order()) write_entries(postings, number);
  const std::string no_positions = Table::description_of_none(Table::Tags::as_they_are);
  const std::string none = Table::description_of_none(Table::Tags::deflated);  // of spelling and synonyms
  const std::string described = postings.finish();
  write_version({described, data_.finish(), term_lists_.finish(), no_positions, none, none});
}

std::vector<std::uint32_t> InvertedBatch::terms_in_order() const {
  std::vector<std::pair<std::string_view, std::uint32_t>> terms;
  terms.reserve(terms_.size());
  for (std::uint32_t number = 0; number < terms_.size(); ++number)
    terms.emplace_back(numbers_.text(number), number);
  std::ranges::sort(terms);
  std::vector<std::uint32_t> numbers;
  numbers.reserve(terms.size());
  for (const auto& [text, number] : terms) numbers.push_back(number);
  return numbers;
}

void InvertedBatch::write_values(Table& table) const {
  for (const auto& [number, slot] : slots_) {
    std::string key(kStatisticsKey);
    for (std::uint32_t left = number; left != 0; left >>= 8) key += static_cast<char>(left);
    std::string tag;
    append_number(tag, slot.values);
    append_text(tag, slot.least);
    if (slot.greatest != slot.least) tag += slot.greatest;
    table.add(key, tag);
  }
  for (const auto& [number, slot] : slots_) {
    std::string begin(kValuesKey);
    append_number(begin, number);
    for (const auto& [document, chunk] : slot.chunks) {
      std::string key = begin;
      append_sorted_number(key, document);
      table.add(key, chunk);
    }
  }
}

void InvertedBatch::write_lengths(Table& table) const {
  const std::string key(kLengthsKey);
  glass::ChunkedList list(table, key, key);
  list.begin(0, 0, 1);
  for (std::uint32_t document = 1; document <= lengths_.size(); ++document)
    list.append(document, lengths_[document - 1]);
  list.finish();
}

void InvertedBatch::write_entries(Table& table, std::uint32_t number) const {
  const Term& term = terms_[number];
  std::string key;
  append_term(key, numbers_.text(number));
  glass::ChunkedList list(table, key, key + '\0');
  list.begin(term.documents, term.weight, entries_[term.first].document);
  for (std::uint32_t entry = term.first; entry != 0; entry = entries_[entry].next)
    list.append(entries_[entry].document, entries_[entry].weight);
  list.finish();
}

void InvertedBatch::write_version(const std::vector<std::string>& tables) const {
  std::string text(glass::kVersionMagic);
  text += new_identity();
  append_number(text, 1U);  // revision
  for (const std::string& table : tables) text += table;
  std::uint32_t shortest = 0;
  std::uint32_t longest = 0;
  for (const std::uint32_t length : lengths_) {
    if (length != 0 && (shortest == 0 || length < shortest)) shortest = length;
    longest = std::max(longest, length);
  }
  append_number(text, lengths_.size());
  append_number(text, 0U);  // documents that are gone
  append_number(text, shortest);
  append_number(text, greatest_weight_);
  append_number(text, longest - greatest_weight_);
  append_number(text, 0U);  // oldest set of changes
  append_number(text, total_length_);
  append_number(text, 0U);  // greatest frequency in spelling
  const std::string path = glass::version_path(folder_);
  const FileDescriptor file(path, O_WRONLY | O_CREAT | O_EXCL);
  if (!file || ::write(file.number(), text.data(), text.size()) != static_cast<ssize_t>(text.size()))
    throw_write_error(path);
}

}  // namespace newsline
