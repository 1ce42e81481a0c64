// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/article/html/metadata/json_ld_article.h"

#include <algorithm>
#include <array>
#include <functional>
#include <utility>

#include "common/article/field/names.h"
#include "common/article/html/tree/document.h"
#include "common/text/language_tag.h"

namespace newsline::html {
namespace {

using simdjson::dom::element;
using simdjson::dom::object;

constexpr std::string_view kScope = "JSON-LD";

/// The keys of fields that are found under one.
constexpr std::array<std::pair<ArticleField, std::string_view>, 8> kKeys{
    {{ArticleField::language, "inLanguage"},
     {ArticleField::tags, "keywords"},
     {ArticleField::authors, "author/creator"},
     {ArticleField::source, "publisher"},
     {ArticleField::section, "articleSection"},
     {ArticleField::url, "url/mainEntityOfPage"},
     {ArticleField::summary, "description"},
     {ArticleField::body, "articleBody"}}};

std::string_view text_of(element value) {
  std::string_view text;
  return value.get(text) == simdjson::SUCCESS ? text : std::string_view{};
}

std::string_view text_at(object from, std::string_view key) {
  element value;
  return from[key].get(value) == simdjson::SUCCESS ? text_of(value) : std::string_view{};
}

/// Calls `take` with each value under a key: the elements of an array, or the one value.
void each(object from, std::string_view key, const std::function<void(element)>& take) {
  element value;
  if (from[key].get(value) != simdjson::SUCCESS) return;
  simdjson::dom::array array;
  if (value.get(array) != simdjson::SUCCESS) return take(value);
  for (const element one : array) take(one);
}

/// The name that a string, an object with a name, or a reference stands for.
std::string_view name_of(element value, const JsonLdNames& names) {
  object named;
  if (value.get(named) != simdjson::SUCCESS) return text_of(value);
  if (const std::string_view name = text_at(named, "name"); !name.empty()) return name;
  const auto it = names.find(text_at(named, "@id"));
  return it == names.end() ? std::string_view{} : it->second;
}

int rank_of_type(std::string_view type) {
  if (const std::size_t slash = type.find_last_of("/#"); slash != std::string_view::npos) {
    type.remove_prefix(slash + 1);
  }
  constexpr std::array<std::string_view, 8> kNews{
      "NewsArticle",           "ReportageNewsArticle", "AnalysisNewsArticle", "OpinionNewsArticle",
      "BackgroundNewsArticle", "ReviewNewsArticle",    "LiveBlogPosting",     "AskPublicNewsArticle"};
  constexpr std::array<std::string_view, 9> kArticles{
      "Article",          "BlogPosting",        "Report",
      "TechArticle",      "SocialMediaPosting", "Posting",
      "ScholarlyArticle", "SatiricalArticle",   "AdvertiserContentArticle"};
  if (std::find(kNews.begin(), kNews.end(), type) != kNews.end()) return 3;
  if (std::find(kArticles.begin(), kArticles.end(), type) != kArticles.end()) return 2;
  return type == "WebPage" || type == "ItemPage" ? 1 : 0;
}

std::vector<std::string> authors_of(object article, const JsonLdNames& names) {
  std::vector<std::string> authors;
  for (const std::string_view key : {"author", "creator"}) {
    each(article, key, [&](element value) {
      for (std::string& name : author_names(plain_text(name_of(value, names))))
        authors.push_back(std::move(name));
    });
    if (!authors.empty()) break;
  }
  return authors;
}

std::vector<std::string> tags_of(object article, const JsonLdNames& names) {
  std::vector<std::string> tags;
  each(article, "keywords", [&](element value) {
    const std::string list = plain_text(name_of(value, names));
    for (const std::string_view tag : separated_names(list)) tags.emplace_back(tag);
  });
  return tags;
}

std::string first_name(object article, std::string_view key, const JsonLdNames& names) {
  std::string first;
  each(article, key, [&](element value) {
    if (first.empty()) first = plain_text(name_of(value, names));
  });
  return first;
}

std::string url_of(object article) {
  if (std::string url = article_url(text_at(article, "url")); !url.empty()) return url;
  if (std::string url = article_url(text_at(article, "mainEntityOfPage")); !url.empty()) return url;
  object page;
  if (article["mainEntityOfPage"].get(page) != simdjson::SUCCESS) return {};
  return article_url(text_at(page, "@id"));
}

std::string language_of(object article) {
  if (std::string tag = language_tag(text_at(article, "inLanguage")); !tag.empty()) return tag;
  object language;
  if (article["inLanguage"].get(language) != simdjson::SUCCESS) return {};
  return language_tag(text_at(language, "alternateName"));
}

}  // namespace

int article_rank(object candidate) {
  int rank = 0;
  each(candidate, "@type", [&](element type) { rank = std::max(rank, rank_of_type(text_of(type))); });
  return rank;
}

Facts article_facts(object article, const JsonLdNames& names) {
  Facts facts;
  for (const std::string_view key : {"headline", "name"}) {
    if (std::string title = plain_text(text_at(article, key)); !title.empty())
      facts.titles.push_back({std::move(title), {kScope, key}});
  }
  for (const std::string_view key : {"datePublished", "dateCreated", "uploadDate"}) {
    if (facts.published) break;
    facts.published = date_in(text_at(article, key));
    facts.origins.set(ArticleField::published, {kScope, key});
  }
  facts.language = language_of(article);
  facts.tags = tags_of(article, names);
  facts.authors = authors_of(article, names);
  facts.site = first_name(article, "publisher", names);
  facts.section = first_name(article, "articleSection", names);
  facts.url = url_of(article);
  facts.summary = plain_text(text_at(article, "description"));
  facts.body = text_at(article, "articleBody");
  for (const auto& [field, key] : kKeys) facts.origins.set(field, {kScope, key});
  return facts;
}

}  // namespace newsline::html
