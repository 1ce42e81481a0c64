// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/article/origins.h"

namespace newsline {

std::string_view name_of(ArticleField field) {
  constexpr std::array<std::string_view, kArticleFields> kNames{
      "id",       "title",   "published", "reads",   "lang",     "tags",     "authors",
      "source",   "section", "url",       "summary", "body",     "slugline", "dateline",
      "subjects", "urgency", "version",   "embargo", "withdrawn"};
  return kNames[static_cast<std::size_t>(field)];
}

bool is_said(const Article& article, ArticleField field) {
  switch (field) {
    case ArticleField::id:
      return !article.id.empty();
    case ArticleField::title:
      return !article.title.empty();
    case ArticleField::published:
      return article.published.has_value();
    case ArticleField::reads:
      return article.reads.has_value();
    case ArticleField::language:
      return !article.language.empty();
    case ArticleField::tags:
      return !article.tags.empty();
    case ArticleField::authors:
      return !article.authors.empty();
    case ArticleField::source:
      return !article.source.empty();
    case ArticleField::section:
      return !article.section.empty();
    case ArticleField::url:
      return !article.url.empty();
    case ArticleField::summary:
      return !article.summary.empty();
    case ArticleField::body:
      return !article.body.empty();
    case ArticleField::slugline:
      return !article.wire.slugline.empty();
    case ArticleField::dateline:
      return !article.wire.dateline.empty();
    case ArticleField::subjects:
      return !article.wire.subjects.empty();
    case ArticleField::urgency:
      return article.wire.urgency.has_value();
    case ArticleField::version:
      return article.wire.version.has_value();
    case ArticleField::embargo:
      return article.wire.embargo.has_value();
    case ArticleField::withdrawn:
      return article.wire.is_withdrawn;
  }
  return false;
}

}  // namespace newsline
