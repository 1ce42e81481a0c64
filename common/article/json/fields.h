// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace newsline {

/// The fields of an article in a JSON record.
enum class JsonField : unsigned char {
  id,
  title,
  published,
  reads,
  language,
  tags,
  authors,
  source,
  section,
  url,
  summary,
  body
};
inline constexpr std::size_t kJsonFields = 12;

struct JsonName {
  std::string_view name;
  JsonField field;
};

/// Every name under which a field is known; of one field's names, the earlier wins.
inline constexpr std::array kJsonNames{
    JsonName{"id", JsonField::id},
    JsonName{"guid", JsonField::id},
    JsonName{"uid", JsonField::id},
    JsonName{"_id", JsonField::id},
    JsonName{"title", JsonField::title},
    JsonName{"headline", JsonField::title},
    JsonName{"name", JsonField::title},
    JsonName{"published", JsonField::published},
    JsonName{"date", JsonField::published},
    JsonName{"published_at", JsonField::published},
    JsonName{"datePublished", JsonField::published},
    JsonName{"date_published", JsonField::published},
    JsonName{"pubDate", JsonField::published},
    JsonName{"created_at", JsonField::published},
    JsonName{"timestamp", JsonField::published},
    JsonName{"reads", JsonField::reads},
    JsonName{"views", JsonField::reads},
    JsonName{"view_count", JsonField::reads},
    JsonName{"hits", JsonField::reads},
    JsonName{"lang", JsonField::language},
    JsonName{"language", JsonField::language},
    JsonName{"tags", JsonField::tags},
    JsonName{"keywords", JsonField::tags},
    JsonName{"topics", JsonField::tags},
    JsonName{"categories", JsonField::tags},
    JsonName{"authors", JsonField::authors},
    JsonName{"author", JsonField::authors},
    JsonName{"byline", JsonField::authors},
    JsonName{"creator", JsonField::authors},
    JsonName{"source", JsonField::source},
    JsonName{"publisher", JsonField::source},
    JsonName{"site", JsonField::source},
    JsonName{"outlet", JsonField::source},
    JsonName{"section", JsonField::section},
    JsonName{"category", JsonField::section},
    JsonName{"rubric", JsonField::section},
    JsonName{"url", JsonField::url},
    JsonName{"link", JsonField::url},
    JsonName{"canonical_url", JsonField::url},
    JsonName{"summary", JsonField::summary},
    JsonName{"description", JsonField::summary},
    JsonName{"abstract", JsonField::summary},
    JsonName{"standfirst", JsonField::summary},
    JsonName{"lead", JsonField::summary},
    JsonName{"body", JsonField::body},
    JsonName{"content", JsonField::body},
    JsonName{"text", JsonField::body},
    JsonName{"articleBody", JsonField::body},
    JsonName{"content_text", JsonField::body},
};

/// The key under which a record says that export wrote it.
inline constexpr std::string_view kExportKey = "newsline";

}  // namespace newsline
