// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/furniture/learned.h"

#include <map>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "common/article/file/walk.h"
#include "common/error.h"
#include "common/index/document/terms.h"
#include "common/index/furniture/source_articles.h"
#include "common/index/glass.h"
#include "common/index/ledger/sources.h"
#include "common/index/schema.h"

namespace newsline {
namespace {

/// Each line by itself: what is told to people is exact.
struct ExactCounts {
  std::uint64_t articles = 0;
  std::unordered_map<std::uint64_t, std::uint64_t> lines;
  FurnitureLines furniture;
};

ExactCounts exact_counts(const std::string& source_term, const Xapian::Database& database) {
  ExactCounts counts;
  for_each_article_of(source_term, database, kAllDocuments,
                      [&](const Xapian::Document&, const TextEdges& edges) {
                        ++counts.articles;
                        for (const std::uint64_t line : distinct_lines(edges)) ++counts.lines[line];
                      });
  if (const auto stored = stored_counts(source_term, database)) counts.furniture = stored->furniture();
  return counts;
}

std::string name_of_source(std::string_view term) {
  const bool is_host = !term.starts_with(schema::prefix::kSource);
  return std::string(form_of_term(is_host ? schema::prefix::kHost : schema::prefix::kSource, term));
}

}  // namespace

struct LearnedFurniture::Impl {
  explicit Impl(const std::string& path)
      : index(path), database(open_for_reading(absolute_path(path))), sources(database) {}

  LearnedLines lines_of(const Article& article) {
    const TextEdges edges = edges_of(article);
    LearnedLines learned;
    if (edges.source_term.empty()) return learned;
    const auto [known, is_new] = counts.try_emplace(edges.source_term);
    ExactCounts& exact = known->second;
    if (is_new) exact = exact_counts(edges.source_term, database);
    learned.source = name_of_source(edges.source_term);
    learned.articles = exact.articles;
    const EdgeCut cut = exact.furniture.cut_of(edges);
    std::string_view rest = article.body;
    const auto line = [&](std::string_view text, std::uint64_t hash) {
      return LearnedLine{std::string(text), exact.lines[hash]};
    };
    for (std::size_t at = 0; at < cut.head; ++at)
      learned.lines.push_back(line(*take_first_line(rest), edges.head[at]));
    const auto tail = static_cast<std::ptrdiff_t>(learned.lines.size());
    for (std::size_t at = 0; at < cut.tail; ++at)
      learned.lines.insert(learned.lines.begin() + tail, line(*take_last_line(rest), edges.tail[at]));
    return learned;
  }

  std::string index;
  Xapian::Database database;
  Sources sources;
  std::map<std::string, ExactCounts> counts;
};

LearnedFurniture::LearnedFurniture(const std::string& index)
    : impl_(guarded(index, [&] { return std::make_unique<Impl>(index); })) {}
LearnedFurniture::~LearnedFurniture() = default;
LearnedFurniture::LearnedFurniture(LearnedFurniture&&) noexcept = default;
LearnedFurniture& LearnedFurniture::operator=(LearnedFurniture&&) noexcept = default;

LearnedFurniture::Reading LearnedFurniture::reading_of(const std::string& path) const {
  const Source* source = impl_->sources.owner_of(path);
  return source == nullptr ? Reading{} : Reading{source->name, source->as};
}

LearnedLines LearnedFurniture::lines_of(const Article& article) {
  return guarded(impl_->index, [&] {
    try {
      return impl_->lines_of(article);
    } catch (const Xapian::DatabaseModifiedError&) {
      throw Error(ErrorKind::busy, "the index \"" + impl_->index + "\" was written to meanwhile",
                  "run it again when the other run has ended");
    }
  });
}

}  // namespace newsline
