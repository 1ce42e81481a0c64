// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/article/html/metadata/meta_tags.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "common/article/field/names.h"
#include "common/article/field/white_space.h"
#include "common/text/language_tag.h"

namespace newsline::html {
namespace {

constexpr std::string_view kScope = "<meta>";

enum class Field { title, published, language, tag, tag_list, author, site, section, url, summary };

struct Name {
  std::string_view name;
  Field field;
};

/// Of one field, the more precise first.
constexpr std::array kNames{
    Name{"dc.title", Field::title},
    Name{"dcterms.title", Field::title},
    Name{"og:title", Field::title},
    Name{"parsely-title", Field::title},
    Name{"sailthru.title", Field::title},
    Name{"twitter:title", Field::title},
    Name{"headline", Field::title},
    Name{"title", Field::title},
    Name{"article:published_time", Field::published},
    Name{"article:published", Field::published},
    Name{"datepublished", Field::published},
    Name{"parsely-pub-date", Field::published},
    Name{"dcterms.created", Field::published},
    Name{"dcterms.date", Field::published},
    Name{"dc.date.issued", Field::published},
    Name{"dc.date.created", Field::published},
    Name{"dc.date", Field::published},
    Name{"sailthru.date", Field::published},
    Name{"pubdate", Field::published},
    Name{"publish-date", Field::published},
    Name{"publish_date", Field::published},
    Name{"publication_date", Field::published},
    Name{"article.published", Field::published},
    Name{"og:published_time", Field::published},
    Name{"cxenseparse:recs:publishtime", Field::published},
    Name{"date", Field::published},
    Name{"date.created", Field::published},
    Name{"og:article:published_time", Field::published},
    Name{"language", Field::language},
    Name{"dc.language", Field::language},
    Name{"content-language", Field::language},
    Name{"og:locale", Field::language},
    Name{"article:tag", Field::tag},
    Name{"og:article:tag", Field::tag},
    Name{"dc.subject", Field::tag_list},
    Name{"news_keywords", Field::tag_list},
    Name{"parsely-tags", Field::tag_list},
    Name{"sailthru.tags", Field::tag_list},
    Name{"keywords", Field::tag_list},
    Name{"dc.creator", Field::author},
    Name{"dcterms.creator", Field::author},
    Name{"dc.creator.personalname", Field::author},
    Name{"author", Field::author},
    Name{"parsely-author", Field::author},
    Name{"article:author", Field::author},
    Name{"article:author_name", Field::author},
    Name{"sailthru.author", Field::author},
    Name{"byl", Field::author},
    Name{"twitter:creator", Field::author},
    Name{"og:site_name", Field::site},
    Name{"application-name", Field::site},
    Name{"dc.publisher", Field::site},
    Name{"dcterms.publisher", Field::site},
    Name{"article:section", Field::section},
    Name{"parsely-section", Field::section},
    Name{"og:article:section", Field::section},
    Name{"section", Field::section},
    Name{"og:url", Field::url},
    Name{"parsely-link", Field::url},
    Name{"twitter:url", Field::url},
    Name{"og:description", Field::summary},
    Name{"dc.description", Field::summary},
    Name{"description", Field::summary},
    Name{"twitter:description", Field::summary},
};

struct Tag {
  std::size_t rank;  ///< of its name in the table
  std::string_view content;
};

/// The name as the table has it: lower case, `dc:title` as `dc.title`.
std::string normal(std::string_view name) {
  std::string result;
  for (const char character : name) {
    result.push_back(character >= 'A' && character <= 'Z' ? static_cast<char>(character + 32) : character);
  }
  for (const std::string_view prefix : {"dc:", "dcterm:", "dcterms:"}) {
    if (!result.starts_with(prefix)) continue;
    result.replace(0, prefix.size(), prefix == "dc:" ? "dc." : "dcterms.");
  }
  return result;
}

void add_names(std::string_view names, std::string_view content, std::vector<Tag>& tags) {
  while (!(names = trim_start(names)).empty()) {
    const std::size_t end = std::min(names.find_first_of(" \t\n"), names.size());
    const std::string name = normal(names.substr(0, end));
    names.remove_prefix(end);
    const auto* const it =
        std::find_if(kNames.begin(), kNames.end(), [&](const Name& known) { return known.name == name; });
    if (it != kNames.end()) tags.push_back({static_cast<std::size_t>(it - kNames.begin()), content});
  }
}

void add_tags(const std::string& list, Facts& facts) {
  for (const std::string_view tag : separated_names(list)) facts.tags.emplace_back(tag);
}

void add(Facts& facts, const Name& name, std::string_view content) {
  const Origin origin{kScope, name.name};
  const auto set = [&](std::string& text, ArticleField field, std::string value) {
    if (!text.empty() || value.empty()) return;
    text = std::move(value);
    facts.origins.set(field, origin);
  };
  switch (name.field) {
    case Field::title:
      return facts.titles.push_back({plain_text(content), origin});
    case Field::published:
      if (facts.published) return;
      facts.published = date_in(content);
      return facts.origins.set(ArticleField::published, origin);
    case Field::language:
      return set(facts.language, ArticleField::language, language_tag(content));
    case Field::tag:
      facts.tags.push_back(plain_text(content));
      return facts.origins.add(ArticleField::tags, origin);
    case Field::tag_list:
      if (!facts.tags.empty()) return;
      add_tags(plain_text(content), facts);
      return facts.origins.add(ArticleField::tags, origin);
    case Field::author:
      return;  // several tags of one name: see add_authors()
    case Field::site:
      return set(facts.site, ArticleField::source, plain_text(content));
    case Field::section:
      return set(facts.section, ArticleField::section, plain_text(content));
    case Field::url:
      return set(facts.url, ArticleField::url, article_url(content));
    case Field::summary:
      return set(facts.summary, ArticleField::summary, plain_text(content));
  }
}

/// The authors that tags of one name say: the first name of the table that says any.
void add_authors(const std::vector<Tag>& sorted, Facts& facts) {
  std::size_t rank = kNames.size();
  for (const Tag& tag : sorted) {
    if (kNames[tag.rank].field != Field::author || (!facts.authors.empty() && tag.rank != rank)) continue;
    for (std::string& name : author_names(plain_text(tag.content))) facts.authors.push_back(std::move(name));
    rank = tag.rank;
    facts.origins.set(ArticleField::authors, {kScope, kNames[rank].name});
  }
}

}  // namespace

Facts meta_tag_facts(const Document& document) {
  std::vector<Tag> tags;
  for (NodeIndex index = 0; index < document.size(); ++index) {
    const Node& node = document[index];
    if (node.is_text || node.tag != GUMBO_TAG_META) continue;
    const std::string_view content = node.attribute("content");
    if (trim(content).empty()) continue;
    for (const char* name : {"property", "name", "itemprop", "http-equiv"}) {
      add_names(node.attribute(name), content, tags);
    }
  }
  std::stable_sort(tags.begin(), tags.end(),
                   [](const Tag& one, const Tag& other) { return one.rank < other.rank; });
  Facts facts;
  for (const Tag& tag : tags) add(facts, kNames[tag.rank], tag.content);
  add_authors(tags, facts);
  return facts;
}

}  // namespace newsline::html
