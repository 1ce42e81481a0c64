// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/article/feed/entry.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "common/article/feed/construct.h"
#include "common/article/field/cleaning.h"
#include "common/article/field/names.h"
#include "common/article/field/url.h"
#include "common/article/field/white_space.h"
#include "common/article/file/content_hash.h"
#include "common/article/file/walk.h"
#include "common/text/date_stamp.h"
#include "common/text/language_tag.h"

namespace newsline::feed {
namespace {

using xml::NodeIndex;
using xml::Space;

struct Name {
  std::string_view text;
  Space space = Space::core;
};

/// Elements that may hold a field; the earlier counts.
Origin origin_of(const Name& name) {
  switch (name.space) {
    case Space::content:
      return {"content:", name.text};
    case Space::dublin_core:
      return {"dc:", name.text};
    case Space::itunes:
      return {"itunes:", name.text};
    case Space::media:
      return {"media:", name.text};
    case Space::prism:
      return {"prism:", name.text};
    default:
      return {"element", name.text};
  }
}

constexpr std::array kTitles{Name{"title"}, Name{"title", Space::dublin_core}, Name{"title", Space::itunes},
                             Name{"title", Space::media}};
constexpr std::array kContents{Name{"encoded", Space::content}, Name{"content"},
                               Name{"body", Space::xhtml},      Name{"body"},
                               Name{"div", Space::xhtml},       Name{"fullitem"}};
constexpr std::array kSummaries{Name{"description"},
                                Name{"summary"},
                                Name{"description", Space::dublin_core},
                                Name{"abstract", Space::dublin_core},
                                Name{"abstract"},
                                Name{"summary", Space::itunes},
                                Name{"subtitle", Space::itunes},
                                Name{"description", Space::media}};
constexpr std::array kDates{Name{"published"},
                            Name{"pubdate"},
                            Name{"issued"},
                            Name{"issued", Space::dublin_core},
                            Name{"publicationdate", Space::prism},
                            Name{"date", Space::dublin_core},
                            Name{"created"},
                            Name{"created", Space::dublin_core},
                            Name{"updated"},
                            Name{"modified"},
                            Name{"modified", Space::dublin_core},
                            Name{"date"}};

/// Makes the article of one entry, field by field.
class Draft {
 public:
  Draft(const xml::Tree& entry, const FeedFacts& facts, const ReadContext& context)
      : entry_(entry), facts_(facts), context_(context) {}

  ReadArticle article(std::chrono::sys_seconds now) {
    Article& made = read_.article;
    made.path = path_as_text(context_.path);
    made.title = cleaner_.line(first_text(ArticleField::title, kTitles, line_of));
    made.published = date();
    if (made.published && is_ahead_of(*made.published, now)) cleaner_.note_mended();
    made.language = language_tag(language());
    made.tags = names(tags());
    std::vector<std::string> authors = authors_of(entry_, 0);
    note(ArticleField::authors,
         authors.empty() ? Origin{"element", "author of the feed"} : Origin{"element", "author or creator"});
    made.authors = names(authors.empty() ? facts_.authors : authors);
    made.section =
        cleaner_.line(first_text(ArticleField::section, std::array{Name{"section", Space::prism}}, line_of));
    made.source = cleaner_.line(source());
    made.url = cleaner_.line(url());
    take_texts();
    made.id = id();
    read_.mended = cleaner_.mended();
    return std::move(read_);
  }

 private:
  void note(ArticleField field, Origin origin) { read_.origins.set(field, origin); }

  /// The first text of these elements that is not `other`.
  template <typename Names>
  [[nodiscard]] std::string first_text(ArticleField field, const Names& wanted,
                                       std::string (*form)(const Construct&), std::string_view other = {}) {
    for (const Name& name : wanted) {
      for (const NodeIndex index : elements(name)) {
        std::string text = form(construct_of(entry_, index));
        if (text.empty() || text == other) continue;
        note(field, origin_of(name));
        return text;
      }
    }
    return {};
  }

  /// The elements of a name in the entry; those of Media RSS may stand in a group.
  [[nodiscard]] std::vector<NodeIndex> elements(const Name& name) const {
    std::vector<NodeIndex> found = entry_.children(0, name.text, name.space);
    const NodeIndex group = name.space == Space::media ? entry_.child(0, "group", Space::media) : 0;
    if (group != 0 && found.empty()) found = entry_.children(group, name.text, name.space);
    return found;
  }

  [[nodiscard]] std::optional<Published> date() {
    for (const Name& name : kDates) {
      for (const NodeIndex index : entry_.children(0, name.text, name.space)) {
        note(ArticleField::published, origin_of(name));
        if (const auto date = parse_date_stamp(one_line(entry_.text_of(index)))) return date;
      }
    }
    note(ArticleField::published, {"attribute", "lastmod"});
    return parse_date_stamp(entry_.root().attribute("lastmod"));  // CDF
  }

  [[nodiscard]] std::string language() {
    for (const Name& name : {Name{"content"}, Name{"language", Space::dublin_core}, Name{"language"}}) {
      const NodeIndex index = entry_.child(0, name.text, name.space);
      if (index == 0) continue;
      std::string said = name.text == "content" ? entry_.language_of(index) : one_line(entry_.text_of(index));
      note(ArticleField::language,
           name.text == "content" ? Origin{"attribute", "xml:lang of content"} : origin_of(name));
      if (!said.empty()) return said;
    }
    const std::string inherited = entry_.language_of(0);
    note(ArticleField::language,
         inherited.empty() ? Origin{"element", "language of the feed"} : Origin{"attribute", "xml:lang"});
    return inherited.empty() ? facts_.language : inherited;
  }

  [[nodiscard]] std::vector<std::string> tags() {
    std::vector<std::string> tags;
    for (const NodeIndex index : entry_.children(0, "category")) {
      const xml::Node& node = entry_[index];
      std::string_view said = node.attribute("label");
      if (said.empty()) said = node.attribute("term");
      read_.origins.add(ArticleField::tags, {"element", "category"});
      tags.push_back(said.empty() ? line_of({entry_.text_of(index), true}) : std::string(said));
    }
    for (const Name& name : {Name{"subject", Space::dublin_core}, Name{"keywords", Space::itunes},
                             Name{"keyword", Space::prism}}) {
      for (const NodeIndex index : entry_.children(0, name.text, name.space)) {
        read_.origins.add(ArticleField::tags, origin_of(name));
        const std::string list = line_of({entry_.text_of(index), true});
        for (const std::string_view tag : separated_names(list)) tags.emplace_back(without_hash(tag));
      }
    }
    return tags;
  }

  /// Who published it first where the entry comes from another feed, else the feed.
  [[nodiscard]] std::string source() {
    const NodeIndex index = entry_.child(0, "source");
    if (index != 0) {
      const NodeIndex title = entry_.child(index, "title");
      const bool is_atom = entry_.has_elements(index);
      if (!is_atom || title != 0) {
        note(ArticleField::source, {"element", "source"});
        std::string said = line_of(construct_of(entry_, is_atom ? title : index));
        if (!said.empty()) return said;
      }
    }
    note(ArticleField::source,
         facts_.title.empty() ? origin::kSource : Origin{"element", "title of the feed"});
    return facts_.title.empty() ? context_.source_name : facts_.title;
  }

  [[nodiscard]] std::string url() {
    std::string page = page_of(entry_, entry_.children(0, "link"), facts_.home);
    note(ArticleField::url, {"element", "link"});
    if (!page.empty()) return page;
    const NodeIndex guid = entry_.child(0, "guid");
    if (guid != 0 && entry_[guid].attribute("ispermalink") != "false") {
      note(ArticleField::url, {"element", "guid"});
      std::string address = one_line(entry_.text_of(guid));
      if (address.starts_with("http://") || address.starts_with("https://")) return address;
    }
    for (const std::string_view name : {"rdf:about", "about", "href"}) {
      const std::string_view address = entry_.root().attribute(name);
      note(ArticleField::url, {"attribute", name});
      if (!address.empty()) return resolved_url(entry_.base_of(0), address);
    }
    return {};
  }

  /// The body is the text, or the summary where there is no other text; of two summaries the first.
  void take_texts() {
    Article& made = read_.article;
    std::string body = first_text(ArticleField::body, kContents, paragraphs_of);
    if (body.empty()) body = first_text(ArticleField::body, kSummaries, paragraphs_of);
    made.summary =
        cleaner_.text(first_text(ArticleField::summary, kSummaries, paragraphs_of, body), kMaxBodyBytes);
    made.body = cleaner_.text(body, kMaxBodyBytes);
  }

  /// The page of the entry; else its own id, which is the same in every copy of the feed where it is an
  /// address; else its content. The page of the whole feed names no entry.
  [[nodiscard]] std::string id() {
    const Article& made = read_.article;
    std::string own = own_id();
    const bool is_home = made.url == facts_.home && !own.empty();
    note(ArticleField::id, origin::kUrl);
    if (!made.url.empty() && made.url.size() < kMaxLineBytes && !is_home) return made.url;
    note(ArticleField::id, own.empty() ? origin::kHash : Origin{"element", "guid, id or identifier"});
    if (!own.empty() && own.size() < kMaxLineBytes && is_absolute_url(own)) return own;
    return fmt::format(
        "{}#{}", made.path,
        own.empty() ? content_hash(made.title + '\n' + made.body) : own.substr(0, kMaxLineBytes));
  }

  [[nodiscard]] std::string own_id() const {
    for (const Name& name : {Name{"guid"}, Name{"id"}, Name{"identifier", Space::dublin_core}}) {
      const NodeIndex index = entry_.child(0, name.text, name.space);
      std::string own = index == 0 ? std::string() : Cleaner().line(entry_.text_of(index));
      if (!own.empty()) return own;
    }
    return {};
  }

  [[nodiscard]] std::vector<std::string> names(const std::vector<std::string>& dirty) {
    return cleaner_.names({dirty.begin(), dirty.end()});
  }

  const xml::Tree& entry_;
  const FeedFacts& facts_;
  const ReadContext& context_;
  Cleaner cleaner_;
  ReadArticle read_;
};

}  // namespace

Reading article_of(const xml::Tree& entry, const FeedFacts& facts, const ReadContext& context,
                   std::chrono::sys_seconds now) {
  ReadArticle read = Draft(entry, facts, context).article(now);
  if (read.article.title.empty() && read.article.body.empty()) {
    return Rejection{context.path, entry.line, "the entry of the feed has neither title nor text"};
  }
  return read;
}

}  // namespace newsline::feed
