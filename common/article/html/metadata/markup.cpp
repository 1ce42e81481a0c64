// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/article/html/metadata/markup.h"

#include <algorithm>
#include <string>
#include <utility>

#include "common/article/field/names.h"
#include "common/article/field/white_space.h"
#include "common/text/language_tag.h"

namespace newsline::html {
namespace {

constexpr std::size_t kLongestLine = 150;  ///< of a byline or a line of a date

bool has_word(std::string_view words, std::string_view word) {
  while (!(words = trim_start(words)).empty()) {
    const std::size_t end = std::min(words.find_first_of(" \t\n"), words.size());
    if (words.substr(0, end) == word) return true;
    words.remove_prefix(end);
  }
  return false;
}

class Markup {
 public:
  Markup(const Document& document, const std::vector<Hints>& hints) : document_(document), hints_(hints) {}

  Facts facts() {
    for (NodeIndex index = 0; index < document_.size(); ++index) {
      const Node& node = document_[index];
      if (node.is_text) continue;
      if (node.tag == GUMBO_TAG_HTML) look_at_root(node);
      look_at_links(index);
      look_at_microdata(index);
      look_at_dates(index);
      look_at_byline(index);
    }
    using Dates = std::pair<const std::optional<Published>*, Origin>;
    for (const auto& [date, origin] :
         {Dates{&property_date_, {"itemprop", "datePublished"}}, Dates{&time_, {"", "<time>"}},
          Dates{&named_date_, {"", "an element named as date"}}}) {
      if (facts_.published || !*date) continue;
      facts_.published = *date;
      facts_.origins.set(ArticleField::published, origin);
    }
    using Names = std::pair<std::vector<std::string>*, Origin>;
    for (const auto& [names, origin] : {Names{&property_authors_, {"itemprop", "author"}},
                                        Names{&link_authors_, {"", "a link with rel=author"}},
                                        Names{&byline_authors_, {"", "an element named as byline"}}}) {
      if (!facts_.authors.empty() || names->empty()) continue;
      facts_.authors = std::move(*names);
      facts_.origins.set(ArticleField::authors, origin);
    }
    note_origins();
    return std::move(facts_);
  }

 private:
  /// Of the fields that are found in one way.
  void note_origins() {
    facts_.origins.set(ArticleField::language, {"", "<html lang>"});
    facts_.origins.set(ArticleField::url, {"", "the canonical link"});
    facts_.origins.set(ArticleField::tags, {"", "links with rel=tag"});
    facts_.origins.set(ArticleField::section, {"itemprop", "articleSection"});
  }

  void look_at_root(const Node& node) {
    facts_.language = language_tag(node.attribute("lang"));
    if (facts_.language.empty()) facts_.language = language_tag(node.attribute("xml:lang"));
  }

  void look_at_links(NodeIndex index) {
    const Node& node = document_[index];
    const std::string_view rel = node.attribute("rel");
    if (rel.empty()) return;
    if (node.tag == GUMBO_TAG_LINK && has_word(rel, "canonical") && facts_.url.empty()) {
      facts_.url = article_url(node.attribute("href"));
    }
    if (node.tag != GUMBO_TAG_A) return;
    if (has_word(rel, "tag")) facts_.tags.emplace_back(without_hash(one_line(document_.text_of(index))));
    if (has_word(rel, "author") && link_authors_.empty()) link_authors_ = names_in(index);
  }

  void look_at_microdata(NodeIndex index) {
    const Node& node = document_[index];
    const std::string_view property = node.attribute("itemprop");
    if (property.empty()) return;
    if (has_word(property, "datePublished") && !property_date_) property_date_ = date_of(index);
    if (has_word(property, "author") && property_authors_.empty()) property_authors_ = author_of(index);
    if (has_word(property, "headline") && facts_.titles.empty()) {
      facts_.titles.push_back({line_of(index), {"itemprop", "headline"}});
    }
    if (has_word(property, "articleSection") && facts_.section.empty()) facts_.section = line_of(index);
  }

  void look_at_dates(NodeIndex index) {
    const Node& node = document_[index];
    if (node.tag == GUMBO_TAG_TIME && !time_) {
      if (const std::string_view moment = node.attribute("datetime"); !moment.empty())
        time_ = date_in(moment);
    }
    if (named_date_ || !hints_[index].has(Hint::date) || hints_[index].has(Hint::comments)) return;
    const std::string line = line_of(index);
    if (line.size() <= kLongestLine) named_date_ = date_in(line);
  }

  void look_at_byline(NodeIndex index) {
    if (!byline_authors_.empty() || !hints_[index].has(Hint::byline) || hints_[index].has(Hint::comments))
      return;
    byline_authors_ = names_in(index);
  }

  /// The author of microdata: a person with a name, or the text.
  [[nodiscard]] std::vector<std::string> author_of(NodeIndex index) const {
    for (NodeIndex at = index + 1; at < document_[index].end; ++at) {
      if (!document_[at].is_text && has_word(document_[at].attribute("itemprop"), "name")) {
        return author_names(line_of(at));
      }
    }
    return names_in(index);
  }

  [[nodiscard]] std::vector<std::string> names_in(NodeIndex index) const {
    const std::string line = line_of(index);
    return line.size() <= kLongestLine ? author_names(line) : std::vector<std::string>{};
  }

  [[nodiscard]] std::optional<Published> date_of(NodeIndex index) const {
    const Node& node = document_[index];
    for (const char* name : {"content", "datetime"}) {
      if (const auto date = date_in(node.attribute(name))) return date;
    }
    return date_in(line_of(index));
  }

  /// The text of an element, or what microdata says instead of it; nothing much of a long one.
  [[nodiscard]] std::string line_of(NodeIndex index) const {
    constexpr NodeIndex kMostNodes = 60;
    const Node& node = document_[index];
    if (const std::string_view content = node.attribute("content"); !content.empty())
      return one_line(content);
    return node.end - index <= kMostNodes ? one_line(document_.text_of(index)) : std::string();
  }

  const Document& document_;
  const std::vector<Hints>& hints_;
  Facts facts_;
  std::optional<Published> property_date_;
  std::optional<Published> time_;
  std::optional<Published> named_date_;
  std::vector<std::string> property_authors_;
  std::vector<std::string> link_authors_;
  std::vector<std::string> byline_authors_;
};

}  // namespace

Facts markup_facts(const Document& document, const std::vector<Hints>& hints) {
  return Markup(document, hints).facts();
}

}  // namespace newsline::html
