// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/article/feed/json_feed.h"

#include <fmt/format.h>
#include <simdjson.h>

#include <array>
#include <chrono>
#include <utility>

#include "common/article/feed/reader.h"
#include "common/article/field/cleaning.h"
#include "common/article/field/url.h"
#include "common/article/field/white_space.h"
#include "common/article/file/content_hash.h"
#include "common/article/file/walk.h"
#include "common/article/html/fragment.h"
#include "common/article/html/tree/document.h"
#include "common/article/json/document.h"
#include "common/article/json/forms.h"
#include "common/error.h"
#include "common/text/charset/recognition.h"
#include "common/text/date_stamp.h"
#include "common/text/language_tag.h"
#include "common/text/utf8.h"

namespace newsline {
namespace {

using simdjson::dom::element;

/// Where fields are found at first.
constexpr std::array<std::pair<ArticleField, std::string_view>, 9> kKeys{
    {{ArticleField::title, "title"},
     {ArticleField::published, "date_published"},
     {ArticleField::language, "language"},
     {ArticleField::tags, "tags"},
     {ArticleField::authors, "authors/author"},
     {ArticleField::source, "title of the feed"},
     {ArticleField::url, "url"},
     {ArticleField::body, "content_html"},
     {ArticleField::summary, "summary"}}};

std::string string_at(element object, std::string_view key) {
  element value;
  if (object[key].get(value) != simdjson::SUCCESS) return {};
  return mend(json_form::text(value).value_or("")).text;
}

std::vector<std::string_view> names_at(element object, std::string_view key) {
  element value;
  if (object[key].get(value) != simdjson::SUCCESS) return {};
  return json_form::names(value).value_or(std::vector<std::string_view>{});
}

std::vector<std::string_view> authors_of(element object) {
  std::vector<std::string_view> names = names_at(object, "authors");
  return names.empty() ? names_at(object, "author") : names;
}

/// What the feed says of itself.
struct Facts {
  std::string title;
  std::string language;
  std::vector<std::string_view> authors;
};

class Draft {
 public:
  Draft(element item, const Facts& facts, const ReadContext& context)
      : item_(item), facts_(facts), context_(context) {}

  ReadArticle article(std::chrono::sys_seconds now) {
    Article& made = read_.article;
    made.path = path_as_text(context_.path);
    for (const auto& [field, key] : kKeys) note(field, key);
    made.title = cleaner_.line(html::plain_text(string_at(item_, "title")));
    made.published = date();
    if (made.published && is_ahead_of(*made.published, now)) cleaner_.note_mended();
    const std::string language = language_tag(string_at(item_, "language"));
    made.language = language.empty() ? facts_.language : language;
    if (language.empty()) note(ArticleField::language, "language of the feed");
    made.tags = cleaner_.names(names_at(item_, "tags"));
    const auto authors = authors_of(item_);
    if (authors.empty()) note(ArticleField::authors, "authors of the feed");
    made.authors = cleaner_.names(authors.empty() ? facts_.authors : authors);
    if (facts_.title.empty()) read_.origins.set(ArticleField::source, origin::kSource);
    made.source = facts_.title.empty() ? context_.source_name : facts_.title;
    made.url = cleaner_.line(string_at(item_, "url"));
    take_texts();
    made.id = id();
    read_.mended = cleaner_.mended();
    return std::move(read_);
  }

 private:
  void note(ArticleField field, std::string_view key) { read_.origins.set(field, {"key", key}); }

  [[nodiscard]] std::optional<Published> date() {
    const auto published = parse_date_stamp(string_at(item_, "date_published"));
    if (!published) note(ArticleField::published, "date_modified");
    return published ? published : parse_date_stamp(string_at(item_, "date_modified"));
  }

  void take_texts() {
    Article& made = read_.article;
    std::string body = html::text_of_fragment(string_at(item_, "content_html"));
    if (body.empty()) {
      body = html::text_of_plain(string_at(item_, "content_text"));
      note(ArticleField::body, "content_text");
    }
    made.body = cleaner_.text(body, kMaxBodyBytes);
    std::string summary = cleaner_.text(html::text_of_plain(string_at(item_, "summary")), kMaxBodyBytes);
    if (made.body.empty()) {
      made.body = std::move(summary);
      note(ArticleField::body, "summary");
    } else if (summary != made.body) {
      made.summary = std::move(summary);
    }
  }

  [[nodiscard]] std::string id() {
    const Article& made = read_.article;
    read_.origins.set(ArticleField::id, origin::kUrl);
    if (!made.url.empty() && made.url.size() < kMaxLineBytes) return made.url;
    element value;
    std::string own;
    if (item_["id"].get(value) == simdjson::SUCCESS) {
      own = Cleaner().line(json_form::id(value).value_or(std::string()));
    }
    read_.origins.set(ArticleField::id, own.empty() ? origin::kHash : Origin{"key", "id"});
    if (is_absolute_url(own)) return own;
    return fmt::format("{}#{}", made.path, own.empty() ? content_hash(made.title + '\n' + made.body) : own);
  }

  element item_;
  const Facts& facts_;
  const ReadContext& context_;
  Cleaner cleaner_;
  ReadArticle read_;
};

/// The items of a feed whose bytes are at hand. Throws Error{data} where they are no JSON Feed.
class Items {
 public:
  Items(std::string_view bytes, const ReadContext& context)
      : context_(context), now_(std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now())) {
    if (context.observer != nullptr) context.observer->decoded(find_charset(bytes));
    const JsonDocument document(parser_, bytes);
    if (!document.reason().empty()) throw Error(ErrorKind::data, document.reason());
    is_mended_ = document.mended();
    const element feed = document.root();
    if (feed["items"].get(items_) != simdjson::SUCCESS) {
      throw Error(ErrorKind::data, "the JSON Feed has no \"items\"");
    }
    facts_ = {Cleaner().line(string_at(feed, "title")), language_tag(string_at(feed, "language")),
              authors_of(feed)};
    at_.emplace(items_.begin());
  }

  std::optional<Reading> next() {
    if (!(*at_ != items_.end())) return std::nullopt;
    const element item = **at_;
    ++*at_;
    ++number_;
    if (!item.is_object()) {
      return Rejection{context_.path, 0, fmt::format("item {} of the feed is no object", number_)};
    }
    ReadArticle read = Draft(item, facts_, context_).article(now_);
    if (read.article.title.empty() && read.article.body.empty()) {
      return Rejection{context_.path, 0,
                       fmt::format("item {} of the feed has neither title nor text", number_)};
    }
    read.mended = read.mended || is_mended_;
    return read;
  }

 private:
  const ReadContext& context_;
  std::chrono::sys_seconds now_;
  simdjson::dom::parser parser_;
  simdjson::dom::array items_;
  std::optional<simdjson::dom::array::iterator> at_;
  Facts facts_;
  std::uint64_t number_ = 0;
  bool is_mended_ = false;
};

class JsonFeedReader final : public Reader {
 public:
  JsonFeedReader(Input input, ReadContext context) : input_(std::move(input)), context_(std::move(context)) {}

  std::optional<Reading> next() override {
    if (is_done_) return std::nullopt;
    try {
      if (!items_) open();
      std::optional<Reading> reading = items_->next();
      is_done_ = !reading;
      return reading;
    } catch (const Error& error) {
      is_done_ = true;
      return rejection_for(error, context_.path, 0);
    }
  }

 private:
  void open() {
    const auto bytes = input_.rest(kMaxFeedBytes);
    if (!bytes) {
      throw Error(ErrorKind::data, fmt::format("the feed is larger than {} MiB", kMaxFeedBytes >> 20));
    }
    items_.emplace(*bytes, context_);
  }

  Input input_;
  ReadContext context_;
  std::optional<Items> items_;
  bool is_done_ = false;
};

}  // namespace

std::unique_ptr<Reader> json_feed_reader(Input input, ReadContext context) {
  return std::make_unique<JsonFeedReader>(std::move(input), std::move(context));
}

std::vector<Reading> read_json_feed(std::string_view bytes, const ReadContext& context) {
  std::vector<Reading> readings;
  try {
    Items items(bytes, context);
    while (auto reading = items.next()) readings.push_back(std::move(*reading));
  } catch (const Error& error) {
    readings.emplace_back(rejection_for(error, context.path, 0));
  }
  return readings;
}

bool is_json_feed(std::string_view start) {
  return trim_start(start).starts_with('{') && start.find("jsonfeed.org/version/") != std::string_view::npos;
}

}  // namespace newsline
