// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/article/markdown/reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <initializer_list>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

#include "common/article/field/names.h"
#include "common/article/field/white_space.h"
#include "common/article/file/name_ending.h"
#include "common/article/json/field_record.h"
#include "common/article/markdown/front_matter.h"
#include "common/article/markdown/rendering.h"
#include "common/error.h"
#include "common/text/charset/recognition.h"
#include "common/text/date_stamp.h"

namespace newsline {
namespace {

using markdown::FrontFields;
using Keys = std::initializer_list<const char*>;
using nlohmann::json;

constexpr Keys kTitle{"title", "headline", "name"};
constexpr Keys kDate{"date",         "publishdate",   "pubdate", "published",
                     "published_at", "datepublished", "created", "created_at"};
constexpr Keys kTags{"tags", "tag", "topics", "topic", "categories", "keywords"};
constexpr Keys kAuthors{"authors", "author", "byline", "creator"};
constexpr Keys kUrl{"canonical", "canonical_url", "canonicalurl", "url", "link"};
constexpr Keys kSection{"section", "category", "rubric"};
constexpr Keys kSource{"source", "publisher", "site"};
constexpr Keys kLanguage{"lang", "language"};
constexpr Keys kSummary{"summary", "description", "excerpt", "deck", "abstract", "standfirst", "lead"};

/// The values under the first of the keys that has one.
std::vector<std::string> values_of(const FrontFields& fields, Keys keys) {
  for (const char* key : keys) {
    const auto found = fields.find(key);
    if (found == fields.end()) continue;
    const auto& values = found->second;
    if (std::any_of(values.begin(), values.end(), [](const auto& value) { return !trim(value).empty(); }))
      return values;
  }
  return {};
}

std::string value_of(const FrontFields& fields, Keys keys) {
  std::vector<std::string> values = values_of(fields, keys);
  return values.empty() ? std::string() : std::move(values.front());
}

/// All tags under any of the keys; a single text is a list separated by commas.
json tags_of(const FrontFields& fields) {
  auto tags = json::array();
  for (const char* key : kTags) {
    const auto found = fields.find(key);
    if (found == fields.end()) continue;
    for (const std::string& value : found->second) {
      if (found->second.size() > 1) {
        tags.push_back(value);
        continue;
      }
      for (const std::string_view tag : separated_names(value)) tags.push_back(tag);
    }
  }
  return tags;
}

bool says(const FrontFields& fields, const char* key, std::string_view truth) {
  std::string value = value_of(fields, {key});
  for (char& each : value)
    if (each >= 'A' && each <= 'Z') each = static_cast<char>(each + 32);
  return value == truth;
}

/// `2024-03-12` where the name of the file or of its folder begins so.
std::string date_in_path(std::string_view path) {
  constexpr std::string_view kForm = "0000-00-00";
  for (int part = 0; part < 2; ++part) {
    const std::size_t slash = path.find_last_of("/!");
    const std::string_view name = slash == std::string_view::npos ? path : path.substr(slash + 1);
    const std::string_view start = name.substr(0, kForm.size());
    if (start.size() == kForm.size() && parse_iso8601(start)) return std::string(start);
    path = path.substr(0, name.size() == path.size() ? 0 : slash);
  }
  return {};
}

bool is_whole_address(std::string_view url) {
  return url.starts_with("https://") || url.starts_with("http://");
}

/// What the front matter says, under the names of JSON Lines.
json record_of(const FrontFields& fields) {
  json record = {{"tags", tags_of(fields)}, {"authors", values_of(fields, kAuthors)}};
  const auto set = [&](const char* name, std::string value) {
    if (!trim(value).empty()) record[name] = std::move(value);
  };
  set("title", value_of(fields, kTitle));
  if (const auto published = parse_date_stamp(value_of(fields, kDate))) set("published", iso8601(*published));
  set("section", value_of(fields, kSection));
  set("source", value_of(fields, kSource));
  set("lang", value_of(fields, kLanguage));
  if (std::string url = value_of(fields, kUrl); is_whole_address(url)) set("url", std::move(url));
  const std::string summary = value_of(fields, kSummary);
  if (summary.size() <= markdown::kMaxMarkdownBytes) {
    const markdown::Words words = markdown::words_of(summary);
    set("summary", words.text.empty() ? words.heading : words.text);
  }
  return record;
}

/// The first of these keys that says anything.
std::string_view key_of(const FrontFields& fields, Keys keys) {
  for (const char* key : keys)
    if (!value_of(fields, {key}).empty()) return key;
  return {};
}

/// Where the front matter says what record_of() takes from it.
void note_origins(const FrontFields& fields, Origins& origins) {
  constexpr std::string_view kScope = "front matter";
  origins.set(ArticleField::title, {"", "first heading"});
  origins.set(ArticleField::published, {"", "name of the file or its folder"});
  for (const auto& [field, keys] : {std::pair{ArticleField::title, kTitle},
                                    {ArticleField::tags, kTags},
                                    {ArticleField::authors, kAuthors},
                                    {ArticleField::url, kUrl},
                                    {ArticleField::summary, kSummary},
                                    {ArticleField::section, kSection},
                                    {ArticleField::language, kLanguage}}) {
    const std::string_view key = key_of(fields, keys);
    if (!key.empty()) origins.set(field, {kScope, key});
  }
  if (parse_date_stamp(value_of(fields, kDate)))
    origins.set(ArticleField::published, {kScope, key_of(fields, kDate)});
  if (const std::string_view key = key_of(fields, kSource); !key.empty())
    origins.set(ArticleField::source, {kScope, key});
}

bool is_front_page(std::string_view path) {
  const std::string_view name = path.substr(path.find_last_of("/!") + 1);
  return name.starts_with("_index.");
}

class MarkdownReader final : public Reader {
 public:
  MarkdownReader(Input input, ReadContext context) : input_(std::move(input)), context_(std::move(context)) {}

  std::optional<Reading> next() override {
    if (std::exchange(is_done_, true)) return std::nullopt;
    try {
      const auto page = input_.rest(markdown::kMaxMarkdownBytes);
      if (!page) {
        return Rejection{context_.path, 0,
                         fmt::format("the page is larger than {} MiB", markdown::kMaxMarkdownBytes >> 20)};
      }
      auto reading = read_markdown(*page, context_);
      if (!reading) ++skipped_;
      return reading;
    } catch (const Error& error) {
      return rejection_for(error, context_.path, 0);
    }
  }

  std::uint64_t skipped() const override { return skipped_; }

 private:
  Input input_;
  ReadContext context_;
  std::uint64_t skipped_ = 0;
  bool is_done_ = false;
};

}  // namespace

std::unique_ptr<Reader> markdown_reader(Input input, ReadContext context) {
  return std::make_unique<MarkdownReader>(std::move(input), std::move(context));
}

std::optional<Reading> read_markdown(std::string_view page, const ReadContext& context) {
  if (context.observer != nullptr) context.observer->decoded(find_charset(page));
  const MendedText text = recognize(page);
  const markdown::SplitPage split = markdown::split_page(text.text);
  auto fields = markdown::front_fields(split);
  if (const auto* fault = std::get_if<markdown::FrontFault>(&fields))
    return Rejection{context.path, 0, fault->reason};
  const FrontFields& front = std::get<FrontFields>(fields);
  if (says(front, "draft", "true") || says(front, "published", "false") || is_front_page(context.path))
    return std::nullopt;
  if (split.body.size() > markdown::kMaxMarkdownBytes)
    return Rejection{context.path, 0,
                     fmt::format("the page is larger than {} MiB", markdown::kMaxMarkdownBytes >> 20)};

  json record = record_of(front);
  markdown::Words words = markdown::words_of(split.body);
  if (!record.contains("title"))
    record["title"] = words.heading;
  else if (words.heading_is_first && one_line(words.heading) != one_line(record["title"].get<std::string>()))
    words.text = words.heading + (words.text.empty() ? "" : "\n\n") + words.text;
  const bool has_title = !one_line(record["title"].get<std::string>()).empty();
  // What links to a story elsewhere may have a summary alone.
  const bool is_summary_alone = !has_title && trim(words.text).empty() && record.contains("summary");
  if (is_summary_alone) {
    words.text = record["summary"].get<std::string>();
    record.erase("summary");
  }
  if (!has_title && trim(words.text).empty())
    return Rejection{context.path, 0, "the page has neither title nor text"};
  record["body"] = words.text;
  JsonRecordParser parser;
  Reading reading = read_field_record(parser, record, 0, context);
  if (auto* read = std::get_if<ReadArticle>(&reading)) {
    Article& article = read->article;
    note_origins(front, read->origins);
    read->origins.set(ArticleField::body, is_summary_alone ? read->origins.of(ArticleField::summary)
                                                           : Origin{"", "text of the page"});
    if (article.url.empty()) {
      article.id = article.path;
      read->origins.set(ArticleField::id, origin::kPath);
    }
    if (!article.published) article.published = parse_iso8601(date_in_path(context.path));
    read->mended = read->mended || text.is_mended();
  }
  return reading;
}

bool is_markdown(std::string_view start, std::string_view path) {
  if (has_ending(path, {".md", ".markdown", ".mdown", ".mkd", ".mdx"})) return true;
  const markdown::SplitPage split = markdown::split_page(start);
  const bool is_marked =
      split.kind == markdown::FrontMatterKind::yaml || split.kind == markdown::FrontMatterKind::toml;
  const std::string_view sign = split.kind == markdown::FrontMatterKind::yaml ? ":" : "=";
  return is_marked && split.front.find(sign) != std::string_view::npos;
}

}  // namespace newsline
