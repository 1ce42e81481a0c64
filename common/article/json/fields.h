// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <string_view>

#include "common/article/origins.h"

namespace newsline {

struct JsonName {
  std::string_view name;
  ArticleField field;
};

/// Every name under which a field is known; of one field's names, the earlier wins.
inline constexpr std::array kJsonNames{
    JsonName{"id", ArticleField::id},
    JsonName{"guid", ArticleField::id},
    JsonName{"uid", ArticleField::id},
    JsonName{"_id", ArticleField::id},
    JsonName{"title", ArticleField::title},
    JsonName{"headline", ArticleField::title},
    JsonName{"name", ArticleField::title},
    JsonName{"published", ArticleField::published},
    JsonName{"date", ArticleField::published},
    JsonName{"published_at", ArticleField::published},
    JsonName{"datePublished", ArticleField::published},
    JsonName{"date_published", ArticleField::published},
    JsonName{"pubDate", ArticleField::published},
    JsonName{"created_at", ArticleField::published},
    JsonName{"timestamp", ArticleField::published},
    JsonName{"reads", ArticleField::reads},
    JsonName{"views", ArticleField::reads},
    JsonName{"view_count", ArticleField::reads},
    JsonName{"hits", ArticleField::reads},
    JsonName{"lang", ArticleField::language},
    JsonName{"language", ArticleField::language},
    JsonName{"tags", ArticleField::tags},
    JsonName{"keywords", ArticleField::tags},
    JsonName{"topics", ArticleField::tags},
    JsonName{"categories", ArticleField::tags},
    JsonName{"authors", ArticleField::authors},
    JsonName{"author", ArticleField::authors},
    JsonName{"byline", ArticleField::authors},
    JsonName{"creator", ArticleField::authors},
    JsonName{"source", ArticleField::source},
    JsonName{"publisher", ArticleField::source},
    JsonName{"site", ArticleField::source},
    JsonName{"outlet", ArticleField::source},
    JsonName{"section", ArticleField::section},
    JsonName{"category", ArticleField::section},
    JsonName{"rubric", ArticleField::section},
    JsonName{"url", ArticleField::url},
    JsonName{"link", ArticleField::url},
    JsonName{"canonical_url", ArticleField::url},
    JsonName{"summary", ArticleField::summary},
    JsonName{"description", ArticleField::summary},
    JsonName{"abstract", ArticleField::summary},
    JsonName{"standfirst", ArticleField::summary},
    JsonName{"lead", ArticleField::summary},
    JsonName{"body", ArticleField::body},
    JsonName{"content", ArticleField::body},
    JsonName{"text", ArticleField::body},
    JsonName{"articleBody", ArticleField::body},
    JsonName{"content_text", ArticleField::body},
};

/// The key under which a record says that export wrote it.
inline constexpr std::string_view kExportKey = "newsline";

}  // namespace newsline
