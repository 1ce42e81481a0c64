// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <functional>
#include <limits>
#include <optional>
#include <string>

#include "common/index/furniture/line_counts.h"
#include "common/index/packing/stored_texts.h"

/// For the files of common/index only: this header mentions Xapian. A source is given by its term
/// (TextEdges::source_term).
namespace newsline {

inline constexpr Xapian::docid kAllDocuments = std::numeric_limits<Xapian::docid>::max();

/// The edges of a document; nothing where its text is damaged.
[[nodiscard]] std::optional<TextEdges> edges_in(const Xapian::Document& document, StoredTexts& texts);

/// Calls `each` for the articles of a source that can be read, up to a document. Cost: the reading of each.
void for_each_article_of(
    const std::string& source_term, const Xapian::Database& database, Xapian::docid last,
    const std::function<void(const Xapian::Document& document, const TextEdges& edges)>& each);

/// The lines of all articles of a source, counted anew.
[[nodiscard]] LineCounts counted_lines(const std::string& source_term, const Xapian::Database& database);

/// The key of the metadata that holds the counts of a source.
[[nodiscard]] std::string furniture_key(const std::string& source_term);

/// The counts as they stand there; none where a source is too small to have furniture, or they are damaged.
[[nodiscard]] std::optional<LineCounts> stored_counts(const std::string& source_term,
                                                      const Xapian::Database& database);

}  // namespace newsline
