// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/article/agency/item.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "common/article/field/cleaning.h"
#include "common/article/field/white_space.h"
#include "common/article/file/content_hash.h"
#include "common/article/file/walk.h"
#include "common/article/xml/names.h"
#include "common/text/date_stamp.h"
#include "common/text/language_tag.h"

namespace newsline::agency {
namespace {

/// The broadest of IPTC's topics (cv.iptc.org, mediatopic and subjectcode), 01000000 to 17000000.
constexpr std::array<std::string_view, 17> kBroadTopics{"arts, culture, entertainment and media",
                                                        "crime, law and justice",
                                                        "disaster, accident and emergency incident",
                                                        "economy, business and finance",
                                                        "education",
                                                        "environment",
                                                        "health",
                                                        "human interest",
                                                        "labour",
                                                        "lifestyle and leisure",
                                                        "politics and government",
                                                        "religion",
                                                        "science and technology",
                                                        "society",
                                                        "sport",
                                                        "conflict, war and peace",
                                                        "weather"};

/// The name of the broadest topic of a code of eight digits; empty where it has none.
std::string broad_topic(std::string_view code) {
  constexpr std::size_t kDigits = 8;
  const std::string_view digits = local_part(code);
  if (digits.size() != kDigits || !number_in(digits)) return {};
  const std::size_t number = *number_in(digits.substr(0, 2));
  return number >= 1 && number <= kBroadTopics.size() ? std::string(kBroadTopics[number - 1]) : std::string();
}

std::vector<std::string_view> views(const std::vector<std::string>& names) {
  return {names.begin(), names.end()};
}

/// A text without its first paragraph where that is the title.
std::string_view without_title(std::string_view body, std::string_view title) {
  const std::size_t end = std::min(body.find('\n'), body.size());
  return !title.empty() && one_line(body.substr(0, end)) == title ? trim_start(body.substr(end)) : body;
}

Wire wire_of(const Item& item, Cleaner& cleaner) {
  Wire wire;
  wire.slugline = cleaner.line(item.slugline);
  wire.dateline = cleaner.line(item.dateline);
  wire.subjects = cleaner.names(views(item.subjects));
  wire.urgency = item.urgency;
  wire.version = item.version;
  wire.embargo = item.embargo;
  return wire;
}

std::string id_of(const Item& item, const Article& article) {
  std::string own = Cleaner().line(item.id);
  if (!own.empty() && own.size() < kMaxLineBytes) return own;
  return fmt::format("{}#{}", article.path, content_hash(article.title + '\n' + article.body));
}

Article withdrawn(const Article& article, const Item& item) {
  Article empty;
  empty.id = article.id;
  empty.path = article.path;
  empty.source = article.source;
  empty.wire.version = item.version;
  empty.wire.is_withdrawn = true;
  return empty;
}

}  // namespace

void Item::note_origins(std::string_view scope,
                        std::initializer_list<std::pair<ArticleField, std::string_view>> places) {
  for (const auto& [field, place] : places) origins.set(field, {scope, place});
}

void Item::add_subject(std::string name, std::string code) {
  if (name.empty()) name = broad_topic(code);
  if (!name.empty()) tags.push_back(std::move(name));
  if (!code.empty()) subjects.push_back(std::move(code));
}

void Item::note_status(std::string_view status) {
  constexpr std::array<std::string_view, 12> kTakenBack{
      "canceled",       "cancelled", "withheld", "withdrawn", "kill",    "killed",
      "mandatory kill", "withdraw",  "delete",   "deleted",   "retract", "usage-terminated"};
  const std::string word = xml::lower_case(trim(local_part(status)));
  is_withdrawn = is_withdrawn || std::find(kTakenBack.begin(), kTakenBack.end(), word) != kTakenBack.end();
}

void Item::note_embargo(std::string_view until) {
  embargo = parse_date_stamp(until);
  const std::chrono::sys_days forever{std::chrono::year{9999} / std::chrono::December / 31};
  if (!embargo) embargo = Published{forever, std::nullopt, std::chrono::minutes{0}};
}

std::optional<std::uint64_t> number_in(std::string_view text) {
  text = trim(text);
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool is_number = error == std::errc{} && end == text.data() + text.size() && !text.empty();
  return is_number ? std::optional(number) : std::nullopt;
}

std::string_view local_part(std::string_view code) {
  code = trim(code);
  return code.substr(code.find_last_of(":/#") + 1);
}

Reading reading_of(const Item& item, const ReadContext& context, std::uint64_t line,
                   std::chrono::sys_seconds now) {
  Cleaner cleaner;
  Article article;
  article.path = path_as_text(context.path);
  article.title = cleaner.line(item.title);
  article.published = item.published;
  if (article.published && is_ahead_of(*article.published, now)) cleaner.note_mended();
  article.language = language_tag(item.language);
  article.tags = cleaner.names(views(item.tags));
  article.authors = cleaner.names(views(item.authors));
  article.source = cleaner.line(item.source);
  Origins origins = item.origins;
  if (article.source.empty()) {
    article.source = context.source_name;
    origins.set(ArticleField::source, origin::kSource);
  }
  article.section = cleaner.line(item.section);
  article.body = cleaner.text(without_title(item.body, article.title), kMaxBodyBytes);
  article.summary = cleaner.text(item.summary, kMaxBodyBytes);
  if (article.body.empty()) {
    article.body = std::exchange(article.summary, {});
    origins.set(ArticleField::body, item.origins.of(ArticleField::summary));
  }
  if (article.summary == article.body) article.summary.clear();
  article.wire = wire_of(item, cleaner);
  article.id = id_of(item, article);
  if (article.id.starts_with("http://") || article.id.starts_with("https://")) article.url = article.id;
  origins.set(ArticleField::url, origins.of(ArticleField::id));
  if (item.id.empty()) origins.set(ArticleField::id, origin::kHash);
  if (item.is_withdrawn) return ReadArticle{withdrawn(article, item), cleaner.mended(), origins};
  if (article.title.empty() && article.body.empty()) {
    return Rejection{context.path, line, "the news item has neither headline nor text"};
  }
  return ReadArticle{std::move(article), cleaner.mended(), origins};
}

}  // namespace newsline::agency
