// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/furniture/source_articles.h"

#include <vector>

#include "common/article/file/content_hash.h"
#include "common/error.h"
#include "common/index/document/stored_article.h"
#include "common/index/schema.h"

namespace newsline {

std::optional<TextEdges> edges_in(const Xapian::Document& document, StoredTexts& texts) {
  try {
    return edges_of(stored_article(document, texts));
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::data) throw;
    return std::nullopt;
  }
}

void for_each_article_of(
    const std::string& source_term, const Xapian::Database& database, Xapian::docid last,
    const std::function<void(const Xapian::Document& document, const TextEdges& edges)>& each) {
  const std::vector<Xapian::docid> documents(database.postlist_begin(source_term),
                                             database.postlist_end(source_term));
  StoredTexts texts(database);
  for (const Xapian::docid number : documents) {
    if (number > last) return;
    const Xapian::Document document = database.get_document(number);
    const auto edges = edges_in(document, texts);
    if (edges && edges->source_term == source_term) each(document, *edges);
  }
}

LineCounts counted_lines(const std::string& source_term, const Xapian::Database& database) {
  LineCounts counts;
  for_each_article_of(source_term, database, kAllDocuments,
                      [&](const Xapian::Document&, const TextEdges& edges) { counts.add(edges); });
  return counts;
}

std::string furniture_key(const std::string& source_term) {
  return std::string(schema::key::kFurniture) + content_hash(source_term);
}

std::optional<LineCounts> stored_counts(const std::string& source_term, const Xapian::Database& database) {
  return LineCounts::decode(database.get_metadata(furniture_key(source_term)));
}

}  // namespace newsline
