// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/furniture/keeper.h"

#include <algorithm>
#include <string_view>

#include "common/index/furniture/source_articles.h"
#include "common/index/schema.h"

namespace newsline {
namespace {

/// Learning again each time the articles are twice as many costs little, and leaves few that came before.
constexpr std::uint64_t kFirstLesson = 32;

/// The terms under which a document may be counted: what it says itself cannot be read.
std::vector<std::string> possible_sources(const Xapian::Document& document) {
  std::vector<std::string> terms;
  for (const std::string_view prefix : {schema::prefix::kHost, schema::prefix::kSource}) {
    auto term = document.termlist_begin();
    term.skip_to(std::string(prefix));
    if (term != document.termlist_end() && (*term).starts_with(prefix)) terms.push_back(*term);
  }
  return terms;
}

}  // namespace

EdgeCut FurnitureKeeper::cut_of(const TextEdges& edges) {
  return edges.source_term.empty() ? EdgeCut{} : source(edges.source_term).furniture.cut_of(edges);
}

void FurnitureKeeper::come(const TextEdges& edges, EdgeCut cut) {
  if (edges.source_term.empty()) return;
  TouchedSource& source = this->source(edges.source_term);
  if (cut != source.furniture.cut_of(edges)) source.unsure_until = kAllDocuments;
  count(source, edges, kAllDocuments);
}

void FurnitureKeeper::go(const Xapian::Document& document) {
  if (const auto edges = edges_in(document, texts_)) {
    if (edges->source_term.empty()) return;
    TouchedSource& source = this->source(edges->source_term);
    source.is_counted = source.is_counted && source.counts.remove(*edges);
    return;
  }
  for (const std::string& term : possible_sources(document)) source(term).is_counted = false;
}

EdgeCut FurnitureKeeper::announce(const TextEdges& edges) {
  const EdgeCut cut = cut_of(edges);
  ++announced_;
  if (!edges.source_term.empty()) count(source(edges.source_term), edges, announced_);
  return cut;
}

std::vector<FurnitureKeeper::Recut> FurnitureKeeper::settle(Xapian::WritableDatabase& database) {
  std::vector<Recut> recuts;
  if (announced_ != 0) return recuts;
  sources_.take_all(
      [&](const std::string& term, TouchedSource& source) { settle(term, source, database, recuts); });
  return recuts;
}

TouchedSource& FurnitureKeeper::source(const std::string& term) {
  TouchedSource* const known = sources_.find(term);
  return known != nullptr ? *known : sources_.put(term, loaded(term));
}

/// What has no counts is small. It is counted when it turns out to have grown; or from its first article on.
TouchedSource FurnitureKeeper::loaded(const std::string& term) const {
  TouchedSource source;
  if (auto counts = stored_counts(term, database_)) {
    source.counts = *std::move(counts);
    source.furniture = source.counts.furniture();
    source.next_lesson = std::max(kFirstLesson, 2 * source.counts.articles());
    return source;
  }
  source.is_counted = database_.get_termfreq(term) == 0;
  source.next_lesson = kFirstLesson;
  return source;
}

void FurnitureKeeper::count(TouchedSource& source, const TextEdges& edges, Xapian::docid unsure_until) {
  if (!source.is_counted) return;
  source.counts.add(edges);
  if (source.counts.articles() < source.next_lesson) return;
  source.next_lesson = 2 * source.counts.articles();
  FurnitureLines furniture = source.counts.furniture();
  if (furniture == source.furniture) return;
  source.furniture = std::move(furniture);
  source.unsure_until = unsure_until;
}

void FurnitureKeeper::settle(const std::string& term, TouchedSource& source,
                             Xapian::WritableDatabase& database, std::vector<Recut>& recuts) const {
  const std::string key = furniture_key(term);
  FurnitureLines furniture;
  if (database.get_termfreq(term) >= kLeastFurniture) {
    if (!source.is_counted) {
      source.counts = counted_lines(term, database);
      source.unsure_until = kAllDocuments;
    }
    furniture = source.counts.furniture();
    database.set_metadata(key, source.counts.encode());
  } else if (!database.get_metadata(key).empty()) {
    database.set_metadata(key, "");
  }
  const Xapian::docid last = furniture == source.furniture ? source.unsure_until : kAllDocuments;
  if (last == 0) return;
  for_each_article_of(term, database, last, [&](const Xapian::Document& document, const TextEdges& edges) {
    const EdgeCut cut = furniture.cut_of(edges);
    if (cut != cut_of_value(document.get_value(schema::slot::kFurniture)))
      recuts.emplace_back(document.get_docid(), cut);
  });
}

}  // namespace newsline
