// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/article/html/reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "common/article/field/cleaning.h"
#include "common/article/file/walk.h"
#include "common/article/html/body/body.h"
#include "common/article/html/body/edges.h"
#include "common/article/html/body/explanation.h"
#include "common/article/html/metadata/json_ld.h"
#include "common/article/html/metadata/markup.h"
#include "common/article/html/metadata/meta_tags.h"
#include "common/article/html/metadata/title.h"
#include "common/article/html/tree/declared_charset.h"
#include "common/article/html/tree/document.h"
#include "common/article/html/tree/sieve.h"
#include "common/error.h"
#include "common/text/charset/recognition.h"

namespace newsline {
namespace {

class HtmlReader final : public Reader {
 public:
  HtmlReader(Input input, ReadContext context) : input_(std::move(input)), context_(std::move(context)) {}

  std::optional<Reading> next() override {
    if (std::exchange(is_done_, true)) return std::nullopt;
    try {
      const auto page = input_.rest(kMaxPageBytes);
      if (page) return read_html(*page, context_);
      return Rejection{context_.path, 0, fmt::format("the page is larger than {} MiB", kMaxPageBytes >> 20)};
    } catch (const Error& error) {
      return rejection_for(error, context_.path, 0);
    }
  }

 private:
  Input input_;
  ReadContext context_;
  bool is_done_ = false;
};

html::Facts facts_of(const html::Document& document, const std::vector<html::Hints>& hints,
                     const html::SievedPage& sieved) {
  html::Facts facts = html::json_ld_facts(sieved.json_ld);
  html::Facts markup = html::markup_facts(document, hints);
  if (!markup.url.empty()) {
    facts.url = std::move(markup.url);
    facts.origins.set(ArticleField::url, markup.origins.of(ArticleField::url));
  }
  if (!markup.language.empty()) {
    facts.language = std::move(markup.language);
    facts.origins.set(ArticleField::language, markup.origins.of(ArticleField::language));
  }
  html::fill(facts, html::meta_tag_facts(document));
  html::fill(facts, std::move(markup));
  facts.titles = {html::article_title(document, facts.titles, facts.site, facts.url)};
  facts.origins.set(ArticleField::title, facts.titles.front().origin);
  return facts;
}

/// The body that metadata holds, paragraph by paragraph.
std::string body_of(const html::Facts& facts) {
  std::string body;
  for (std::size_t begin = 0; begin < facts.body.size();) {
    const std::size_t end = std::min(facts.body.find('\n', begin), facts.body.size());
    const std::string line = html::plain_text(std::string_view(facts.body).substr(begin, end - begin));
    if (!line.empty() && !body.empty()) body += "\n\n";
    body += line;
    begin = end + 1;
  }
  return body;
}

/// The text that the page shows, or where that is but a part of it, what its metadata holds.
std::string body_of(html::FoundText& found, const html::Document& document,
                    const std::vector<html::Hints>& hints, html::Facts& facts, ReadObserver* observer) {
  html::trim_edges(found.blocks, document, hints, facts);
  std::string body = html::body_text(found.blocks);
  bool is_shown = body.size() * 2 >= facts.body.size();
  if (!is_shown) {
    std::string said = body_of(facts);
    is_shown = body.size() * 2 >= said.size();
    if (!is_shown) body = std::move(said);
  }
  if (is_shown) facts.origins.set(ArticleField::body, {"", "the text of the page"});
  if (observer != nullptr) html::tell_texts(document, hints, found, is_shown, *observer);
  return body;
}

/// The date where metadata says none.
void take_date_elsewhere(html::Facts& facts, const std::vector<html::TextBlock>& blocks) {
  if (facts.published) return;
  facts.published = html::date_near_top(blocks);
  facts.origins.set(ArticleField::published, {"", "a line near the top of the text"});
  if (facts.published) return;
  facts.published = html::date_in_url(facts.url);
  facts.origins.set(ArticleField::published, origin::kUrl);
}

std::vector<std::string_view> views(const std::vector<std::string>& names) {
  return {names.begin(), names.end()};
}

Article article_of(html::Facts facts, std::string body, Cleaner& cleaner) {
  Article article;
  article.title = cleaner.line(facts.titles.front().text);
  article.published = facts.published;
  article.language = std::move(facts.language);
  article.tags = cleaner.names(views(facts.tags));
  article.authors = cleaner.names(views(facts.authors));
  article.source = cleaner.line(facts.site);
  article.section = cleaner.line(facts.section);
  article.url = cleaner.line(facts.url);
  article.summary = cleaner.text(facts.summary, kMaxBodyBytes);
  article.body = cleaner.text(body, kMaxBodyBytes);
  return article;
}

}  // namespace

std::unique_ptr<Reader> html_reader(Input input, ReadContext context) {
  return std::make_unique<HtmlReader>(std::move(input), std::move(context));
}

Reading read_html(std::string_view page, const ReadContext& context, std::string_view charset) {
  const std::string_view declared = charset.empty() ? html::declared_charset(page) : charset;
  if (context.observer != nullptr) context.observer->decoded(find_charset(page, declared));
  const MendedText text = recognize(page, declared);
  Cleaner cleaner;
  if (text.is_mended()) cleaner.note_mended();
  const auto sieved = html::sieve(text.text);
  if (!sieved)
    return Rejection{context.path, 0, fmt::format("the page has more than {} tags", html::kMaxTags)};
  const html::Document document(sieved->source);
  const std::vector<html::Hints> hints = html::hints_of(document);
  html::Facts facts = facts_of(document, hints, *sieved);
  html::FoundText found = html::article_text(document, hints);
  take_date_elsewhere(facts, found.blocks);
  std::string body = body_of(found, document, hints, facts, context.observer);
  Origins origins = facts.origins;
  Article article = article_of(std::move(facts), std::move(body), cleaner);
  if (article.title.empty() && article.body.empty()) {
    return Rejection{context.path, 0, "the page has neither title nor text"};
  }
  article.path = path_as_text(context.path);
  article.id = article.url.empty() ? article.path : article.url;
  origins.set(ArticleField::id, article.url.empty() ? origin::kPath : origin::kUrl);
  if (article.source.empty()) {
    article.source = context.source_name;
    origins.set(ArticleField::source, origin::kSource);
  }
  return ReadArticle{std::move(article), cleaner.mended(), origins};
}

}  // namespace newsline
