// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/story/graph.h"

#include <algorithm>
#include <utility>

#include "common/index/schema.h"
#include "common/index/story/signature.h"

namespace newsline {
namespace {

/// In maps and lists.
constexpr std::size_t kBytesPerDocument = 60;
constexpr std::size_t kBytesPerText = 200;
constexpr std::size_t kBytesPerBucket = 80;

}  // namespace

std::vector<std::uint32_t> CopyGraph::load_beside(std::string_view signature) {
  std::vector<std::uint32_t> places;
  for (const std::uint32_t hash : searched_hashes(signature)) {
    const Bucket& texts = bucket(hash);
    const auto middle = std::ranges::lower_bound(
        texts, signature, {},
        [&](std::uint32_t place) -> std::string_view { return texts_[place].signature; });
    const auto before = std::min<std::ptrdiff_t>(middle - texts.begin(), kNeighbours);
    const auto behind = std::min<std::ptrdiff_t>(texts.end() - middle, kNeighbours + 1);
    places.insert(places.end(), middle - before, middle + behind);
  }
  return places;
}

std::vector<std::uint32_t> CopyGraph::take_component(std::uint32_t text) {
  std::vector<std::uint32_t> component;
  if (std::exchange(texts_[text].is_taken, true)) return component;
  component.push_back(text);
  for (std::size_t at = 0; at < component.size() && !is_full(); ++at) {
    const std::uint32_t place = component[at];
    for (const std::uint32_t hash : searched_hashes(texts_[place].signature)) static_cast<void>(bucket(hash));
    for (const std::uint32_t copy : texts_[place].copies)
      if (!std::exchange(texts_[copy].is_taken, true)) component.push_back(copy);
  }
  return component;
}

const CopyGraph::Bucket& CopyGraph::bucket(std::uint32_t hash) {
  const auto [known, is_new] = buckets_.try_emplace(hash);
  if (is_new && !is_full()) {
    known->second = compared(shingles_.documents(hash));
    take_room(kBytesPerBucket + known->second.size() * sizeof(std::uint32_t));
  }
  return known->second;
}

/// The texts of documents that share a hash.
CopyGraph::Bucket CopyGraph::compared(const std::vector<Xapian::docid>& documents) {
  Bucket texts;
  for (const Xapian::docid document : documents) {
    if (is_full()) break;
    texts.push_back(place_of(document));
  }
  std::ranges::sort(texts, {},
                    [&](std::uint32_t place) -> const std::string& { return texts_[place].signature; });
  texts.erase(std::unique(texts.begin(), texts.end()), texts.end());
  compare(texts);
  return texts;
}

/// All documents of a text have all of its hashes, so they are complete once one hash has been looked at.
std::uint32_t CopyGraph::place_of(Xapian::docid document) {
  const auto known = place_of_.find(document);
  if (known != place_of_.end()) return known->second;
  std::string signature = database_.get_document(document).get_value(schema::slot::kSignature);
  const auto [place, is_new] =
      by_signature_.try_emplace(signature, static_cast<std::uint32_t>(texts_.size()));
  take_room(kBytesPerDocument + (is_new ? 2 * signature.size() + kBytesPerText : 0));
  if (is_new) texts_.push_back({std::move(signature)});
  texts_[place->second].documents.push_back(document);
  place_of_.emplace(document, place->second);
  return place->second;
}

void CopyGraph::compare(const Bucket& bucket) {
  for (std::size_t one = 0; one < bucket.size(); ++one) {
    const std::size_t end = std::min(bucket.size(), one + 1 + kNeighbours);
    for (std::size_t other = one + 1; other < end; ++other) {
      Text& left = texts_[bucket[one]];
      Text& right = texts_[bucket[other]];
      if (!are_copies(left.signature, right.signature)) continue;
      take_room(2 * sizeof(std::uint32_t));
      left.copies.push_back(bucket[other]);
      right.copies.push_back(bucket[one]);
    }
  }
}

}  // namespace newsline
