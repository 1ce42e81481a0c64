// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/article/article_json.h"

#include <fmt/format.h>
#include <simdjson.h>

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <optional>

#include "common/article/field/cleaning.h"
#include "common/article/reader.h"
#include "common/error.h"

namespace newsline {
namespace {

using simdjson::dom::element;

constexpr std::uint64_t kVersion = 1;
constexpr std::size_t kMaxPathBytes =
    16u << 10;  // a path of Linux takes 4 KiB, three times that with its bytes escaped

[[noreturn]] void refuse(const std::string& why) {
  throw Error(ErrorKind::data, "not an article as this program writes it: " + why,
              "it was changed by hand or by another program, or written by a newer version");
}

/// In the order in which to_json() writes them.
constexpr std::array<std::string_view, 21> kKeys = {
    "newsline", "id",       "title",    "published", "reads",   "lang",    "tags",
    "authors",  "source",   "section",  "url",       "summary", "body",    "path",
    "slugline", "dateline", "subjects", "urgency",   "version", "embargo", "withdrawn"};

bool are_in_order(simdjson::dom::object object) {
  auto at = kKeys.begin();
  return std::all_of(object.begin(), object.end(), [&](simdjson::dom::key_value_pair member) {
    at = std::find(at, kKeys.end(), member.key);
    return at != kKeys.end() && at++ != kKeys.end();
  });
}

/// Takes the members of the object one after the other, and knows which it has not yet seen.
class Members {
 public:
  explicit Members(simdjson::dom::object object)
      : object_(object), next_(object.begin()), are_in_order_(are_in_order(object)) {}

  /// Keys are asked for in the order of kKeys.
  [[nodiscard]] std::optional<element> take(std::string_view key) {
    element value;
    if (are_in_order_) {
      if (next_ == object_.end() || next_.key() != key) return std::nullopt;
      value = next_.value();
      ++next_;
    } else if (object_.at_key(key).get(value) != simdjson::SUCCESS) {
      return std::nullopt;
    }
    ++taken_;
    return value;
  }

  [[nodiscard]] std::string line(std::string_view key, std::size_t limit_bytes = kMaxLineBytes) {
    const std::optional<element> value = take(key);
    return std::string(value ? checked_line(key, *value, limit_bytes) : std::string_view());
  }

  [[nodiscard]] std::string text(std::string_view key) {
    const std::optional<element> value = take(key);
    return std::string(value ? checked_text(key, *value, kMaxBodyBytes) : std::string_view());
  }

  [[nodiscard]] std::optional<std::uint64_t> count(std::string_view key) {
    const std::optional<element> value = take(key);
    if (!value) return std::nullopt;
    std::uint64_t number = 0;
    if (value->get(number) != simdjson::SUCCESS) wrong(key);
    return number;
  }

  [[nodiscard]] std::optional<Published> date(std::string_view key) {
    const std::optional<element> value = take(key);
    if (!value) return std::nullopt;
    const std::optional<Published> date = parse_iso8601(checked_line(key, *value, kMaxLineBytes));
    if (!date) wrong(key);
    return date;
  }

  [[nodiscard]] std::vector<std::string> names(std::string_view key) {
    const std::optional<element> value = take(key);
    if (!value) return {};
    simdjson::dom::array array;
    if (value->get(array) != simdjson::SUCCESS) wrong(key);
    std::vector<std::string> names;
    for (const element name : array) names.emplace_back(checked_line(key, name, kMaxNameBytes));
    if (names.size() > kMaxNames || !are_distinct(names)) wrong(key);
    return names;
  }

  void finish() const {
    if (taken_ != object_.size()) refuse("it has keys that are unknown or stand twice");
  }

 private:
  [[noreturn]] static void wrong(std::string_view key) { refuse(fmt::format("\"{}\" is wrong", key)); }

  static bool are_distinct(const std::vector<std::string>& names) {
    // The usual ones, of which there is not more to say.
    if (names.size() == 1 && std::ranges::all_of(names.front(), is_letter)) return true;
    return names == distinct_names(names);
  }

  static bool is_letter(char letter) {
    return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z');
  }

  static std::string_view checked_text(std::string_view key, element value, std::size_t limit_bytes) {
    std::string_view text;
    if (value.get(text) != simdjson::SUCCESS || text.empty()) wrong(key);
    if (text.size() > limit_bytes || has_controls(text)) wrong(key);
    return text;
  }

  static std::string_view checked_line(std::string_view key, element value, std::size_t limit_bytes) {
    const std::string_view line = checked_text(key, value, limit_bytes);
    if (line.find('\n') != std::string_view::npos) wrong(key);
    return line;
  }

  simdjson::dom::object object_;
  simdjson::dom::object::iterator next_;  ///< where they are in order
  bool are_in_order_;
  std::size_t taken_ = 0;
};

void put(nlohmann::ordered_json& json, const char* key, const std::string& text) {
  if (!text.empty()) json[key] = text;
}

void put(nlohmann::ordered_json& json, const char* key, const std::vector<std::string>& names) {
  if (!names.empty()) json[key] = names;
}

Wire wire_from(Members& members) {
  Wire wire;
  wire.slugline = members.line("slugline");
  wire.dateline = members.line("dateline");
  wire.subjects = members.names("subjects");
  wire.urgency = members.count("urgency");
  wire.version = members.count("version");
  wire.embargo = members.date("embargo");
  const auto withdrawn = members.count("withdrawn");
  if (withdrawn && *withdrawn != 1) refuse("\"withdrawn\" is wrong");
  wire.is_withdrawn = withdrawn.has_value();
  return wire;
}

void put(nlohmann::ordered_json& json, const Wire& wire) {
  put(json, "slugline", wire.slugline);
  put(json, "dateline", wire.dateline);
  put(json, "subjects", wire.subjects);
  if (wire.urgency) json["urgency"] = *wire.urgency;
  if (wire.version) json["version"] = *wire.version;
  if (wire.embargo) json["embargo"] = iso8601(*wire.embargo);
  if (wire.is_withdrawn) json["withdrawn"] = 1;
}

Article article_from(Members& members) {
  if (members.count("newsline") != kVersion) refuse("\"newsline\" is not the version that is known here");
  Article article;
  article.id = members.line("id", kMaxPathBytes + kMaxLineBytes);
  article.title = members.line("title");
  article.published = members.date("published");
  article.reads = members.count("reads");
  article.language = members.line("lang", kMaxLanguageBytes);
  article.tags = members.names("tags");
  article.authors = members.names("authors");
  article.source = members.line("source");
  article.section = members.line("section");
  article.url = members.line("url");
  article.summary = members.text("summary");
  article.body = members.text("body");
  article.path = members.line("path", kMaxPathBytes);
  article.wire = wire_from(members);
  members.finish();
  if (article.id.empty()) refuse("it has no \"id\"");
  return article;
}

}  // namespace

std::string to_json(const Article& article) {
  nlohmann::ordered_json json;
  json["newsline"] = kVersion;
  put(json, "id", article.id);
  put(json, "title", article.title);
  if (article.published) json["published"] = iso8601(*article.published);
  if (article.reads) json["reads"] = *article.reads;
  put(json, "lang", article.language);
  put(json, "tags", article.tags);
  put(json, "authors", article.authors);
  put(json, "source", article.source);
  put(json, "section", article.section);
  put(json, "url", article.url);
  put(json, "summary", article.summary);
  put(json, "body", article.body);
  put(json, "path", article.path);
  put(json, article.wire);
  return json.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

Article article_from_json(std::string_view json) { return JsonArticles().article(json); }

struct JsonArticles::Parser : simdjson::dom::parser {};

JsonArticles::JsonArticles() : parser_(std::make_unique<Parser>()) {}
JsonArticles::~JsonArticles() = default;
JsonArticles::JsonArticles(JsonArticles&&) noexcept = default;
JsonArticles& JsonArticles::operator=(JsonArticles&&) noexcept = default;

Article JsonArticles::article(std::string_view json) {
  simdjson::dom::object object;
  if (json.empty() || parser_->parse(json.data(), json.size()).get(object) != simdjson::SUCCESS)
    refuse("it is no JSON object");
  Members members(object);
  return article_from(members);
}

}  // namespace newsline
