// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/story/links.h"

#include <algorithm>
#include <utility>

#include "common/index/ledger/number_groups.h"
#include "common/index/story/graph.h"
#include "common/index/story/signature.h"

namespace newsline {
namespace {

constexpr std::size_t kHashBytes = 4;
/// A text of a hash, in memory.
constexpr std::size_t kBytesPerText = 256;

/// Before each hash of a signature, and behind the last: so that no signature is the beginning of another.
constexpr char kMore = 1;
constexpr char kEnd = 0;

std::string ended(std::string_view signature, std::uint32_t document) {
  std::string record;
  for (; !signature.empty(); signature.remove_prefix(std::min(signature.size(), kHashBytes)))
    (record += kMore) += signature.substr(0, kHashBytes);
  record += kEnd;
  append_big_endian(record, document, sizeof document);
  return record;
}

/// Into `signature`; returns the document.
std::uint32_t take_apart(std::string_view record, std::string& signature) {
  signature.clear();
  for (std::size_t at = 0; record[at] == kMore; at += 1 + kHashBytes)
    signature += record.substr(at + 1, kHashBytes);
  return number_at(record, record.size() - sizeof(std::uint32_t));
}

}  // namespace

void CopyLinks::look_at(std::span<const Shingle> shingles) {
  for (auto first = shingles.begin(); first != shingles.end();) {
    const auto end =
        std::find_if(first, shingles.end(), [&](const Shingle& other) { return other.hash != first->hash; });
    if (end - first > 1) look_at_hash(first->hash, {first, end});
    first = end;
  }
}

void CopyLinks::look_at_hash(std::uint32_t hash, std::span<const Shingle> shingles) {
  if (shingles.size() * kBytesPerText > scratch_.memory_bytes) {
    compare_on_disk(hash, shingles);
  } else {
    std::vector<std::pair<std::string, std::uint32_t>> texts;
    texts.reserve(shingles.size());
    for (const Shingle& shingle : shingles)
      texts.emplace_back(signatures_.of(shingle.document), shingle.document);
    std::ranges::sort(texts);
    for (const auto& [signature, document] : texts) pass(hash, signature, document);
  }
  while (!window_.empty()) put_first();
}

void CopyLinks::compare_on_disk(std::uint32_t hash, std::span<const Shingle> shingles) {
  SortedRecords texts(scratch_);
  for (const Shingle& shingle : shingles)
    texts.add(ended(signatures_.of(shingle.document), shingle.document));
  texts.sort();
  RecordCursor text = texts.records();
  std::string signature;
  while (text.next()) {
    const std::uint32_t document = take_apart(text.record(), signature);
    pass(hash, signature, document);
  }
}

/// They come ascending by signature, then document.
void CopyLinks::pass(std::uint32_t hash, std::string_view signature, std::uint32_t document) {
  if (!window_.empty() && window_.back().signature == signature) {
    // Documents of one text have all hashes together: to say so once is enough.
    if (number_at(signature, 0) != hash) return;
    std::string record;
    append_big_endian(record, window_.back().document, sizeof document);
    append_big_endian(record, document, sizeof document);
    return equals_.add(record);
  }
  for (Text& text : window_)
    if (are_copies(text.signature, signature)) text.copies.push_back(document);
  window_.push_back({std::string(signature), document});
  if (window_.size() > CopyGraph::kNeighbours) put_first();
}

void CopyLinks::put_first() {
  const Text& text = window_.front();
  if (!text.copies.empty()) {
    std::string record;
    append_big_endian(record, text.document, sizeof text.document);
    for (const std::uint32_t copy : text.copies) append_big_endian(record, copy, sizeof copy);
    copies_.add(record);
  }
  window_.pop_front();
}

void CopyLinks::sort() {
  copies_.sort();
  equals_.sort();
}

}  // namespace newsline
