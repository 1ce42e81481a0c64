// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/story/graph.h"

#include <algorithm>
#include <ranges>
#include <utility>

#include "common/index/document/terms.h"
#include "common/index/schema.h"
#include "common/index/story/signature.h"

namespace newsline {

void CopyGraph::load_all() {
  const std::string prefix = make_term(schema::prefix::kShingle, "");
  for (auto term = database_.allterms_begin(prefix); term != database_.allterms_end(prefix); ++term)
    if (term.get_termfreq() > 1) static_cast<void>(bucket(*term));
  is_whole_ = true;
}

void CopyGraph::load_all(const std::vector<Xapian::Database>& parts) {
  std::vector<std::pair<std::uint32_t, Xapian::docid>> met;  // hashes, and the documents that have them
  for (std::size_t part = 0; part < parts.size(); ++part) {
    const Xapian::Database& database = parts[part];
    for (auto value = database.valuestream_begin(schema::slot::kSignature);
         value != database.valuestream_end(schema::slot::kSignature); ++value) {
      const Xapian::docid document = number_in_all({part, value.get_docid()}, parts.size());
      for (const std::uint32_t hash : searched_hashes(*value)) met.emplace_back(hash, document);
    }
  }
  std::ranges::sort(met);
  for (auto group = met.begin(); group != met.end();) {
    const auto end =
        std::find_if(group, met.end(), [&](const auto& each) { return each.first != group->first; });
    if (end - group > 1) static_cast<void>(compared(std::ranges::subrange(group, end) | std::views::values));
    group = end;
  }
  is_whole_ = true;
}

std::vector<std::uint32_t> CopyGraph::load_beside(std::string_view signature) {
  std::vector<std::uint32_t> places;
  for (const std::string& term : shingle_terms(signature)) {
    const Bucket& texts = bucket(term);
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
  for (std::size_t at = 0; at < component.size(); ++at) {
    const std::uint32_t place = component[at];
    if (!is_whole_)
      for (const std::string& term : shingle_terms(texts_[place].signature)) static_cast<void>(bucket(term));
    for (const std::uint32_t copy : texts_[place].copies)
      if (!std::exchange(texts_[copy].is_taken, true)) component.push_back(copy);
  }
  return component;
}

const CopyGraph::Bucket& CopyGraph::bucket(const std::string& term) {
  const auto [known, is_new] = buckets_.try_emplace(term);
  if (is_new)
    known->second =
        compared(std::ranges::subrange(database_.postlist_begin(term), database_.postlist_end(term)));
  return known->second;
}

/// The texts of documents that share a term.
template <typename Documents>
CopyGraph::Bucket CopyGraph::compared(const Documents& documents) {
  Bucket texts;
  for (const Xapian::docid document : documents) texts.push_back(place_of(document));
  std::ranges::sort(texts, {},
                    [&](std::uint32_t place) -> const std::string& { return texts_[place].signature; });
  texts.erase(std::unique(texts.begin(), texts.end()), texts.end());
  compare(texts);
  return texts;
}

/// All documents of a text have all of its terms, so they are complete once one term has been looked at.
std::uint32_t CopyGraph::place_of(Xapian::docid document) {
  const auto known = place_of_.find(document);
  if (known != place_of_.end()) return known->second;
  std::string signature = database_.get_document(document).get_value(schema::slot::kSignature);
  const auto [place, is_new] =
      by_signature_.try_emplace(signature, static_cast<std::uint32_t>(texts_.size()));
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
      left.copies.push_back(bucket[other]);
      right.copies.push_back(bucket[one]);
    }
  }
}

}  // namespace newsline
