// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/upkeep/furniture_tally.h"

#include <set>

#include "common/index/furniture/source_articles.h"
#include "common/index/schema.h"

namespace newsline {

EdgeCut FurnitureTally::cut_of(const TextEdges& edges) {
  return edges.source_term.empty() ? EdgeCut{} : source(edges.source_term).stored.cut_of(edges);
}

void FurnitureTally::add(const TextEdges& edges) {
  ++added_;
  if (!edges.source_term.empty()) source(edges.source_term).counted.add(edges);
}

void FurnitureTally::compare(const std::function<void(const std::string&)>& report) const {
  std::set<std::string> known;
  for (const auto& [term, source] : sources_) {
    const std::string key = furniture_key(term);
    known.insert(key);
    const std::string stored = database_.get_metadata(key);
    // What few articles have is stored or not, as others share the term of the source or do not.
    const bool may_lack = source.counted.articles() < kLeastFurniture;
    if (stored.empty() ? !may_lack : stored != source.counted.encode()) report(term);
  }
  const std::string start(schema::key::kFurniture);
  const std::string none = LineCounts().encode();
  for (auto key = database_.metadata_keys_begin(start); key != database_.metadata_keys_end(start); ++key)
    if (!known.contains(*key) && database_.get_metadata(*key) != none) report("");
}

FurnitureTally::Source& FurnitureTally::source(const std::string& term) {
  const auto known = sources_.find(term);
  if (known != sources_.end()) return known->second;
  Source& added = sources_[term];
  if (const auto counts = stored_counts(term, database_)) added.stored = counts->furniture();
  return added;
}

}  // namespace newsline
