// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/article/html/metadata/json_ld.h"

#include <simdjson.h>

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "common/article/html/metadata/json_ld_article.h"

namespace newsline::html {
namespace {

using simdjson::dom::array;
using simdjson::dom::element;
using simdjson::dom::object;

/// From the first bracket to the last: what stands around them is no JSON (`<!--`, `//<![CDATA[`, `;`).
std::string_view between_brackets(std::string_view script) {
  constexpr std::string_view kSection = "<![CDATA[";
  constexpr std::string_view kSectionEnd = "]]>";
  const std::size_t section = script.find(kSection);
  if (section < script.find('{')) {
    script.remove_prefix(section + kSection.size());
    script = script.substr(0, script.rfind(kSectionEnd));
  }
  const std::size_t begin = script.find_first_of("{[");
  const std::size_t end = script.find_last_of("}]");
  if (begin == std::string_view::npos || end == std::string_view::npos || end < begin) return {};
  return script.substr(begin, end + 1 - begin);
}

/// JSON with what people break put right: control characters in strings become blanks, commas before a
/// closing bracket go.
std::string mended_json(std::string_view json) {
  std::string mended;
  bool is_string = false;
  for (std::size_t at = 0; at < json.size(); ++at) {
    const char character = json[at];
    if (is_string && character == '\\' && at + 1 < json.size()) {
      mended.push_back(character);
      mended.push_back(json[++at]);
      continue;
    }
    if (character == '"') is_string = !is_string;
    if (!is_string && (character == '}' || character == ']')) {
      const std::size_t last = mended.find_last_not_of(" \t\n\r");
      if (last != std::string::npos && mended[last] == ',') mended.erase(last, 1);
    }
    mended.push_back(static_cast<unsigned char>(character) < ' ' ? ' ' : character);
  }
  return mended;
}

/// Looks through everything in a script for the article.
class Search {
 public:
  void look_into(element value, int depth = 0) {
    constexpr int kDeepest = 32;
    if (depth > kDeepest) return;
    if (array items; value.get(items) == simdjson::SUCCESS) {
      for (const element item : items) look_into(item, depth + 1);
    }
    if (object entity; value.get(entity) == simdjson::SUCCESS) look_into_object(entity, depth);
  }

  [[nodiscard]] Facts facts() const { return rank_ > 0 ? article_facts(article_, names_) : Facts{}; }
  [[nodiscard]] int rank() const { return rank_; }

 private:
  void look_into_object(object entity, int depth) {
    const int rank = article_rank(entity);
    if (rank > rank_ || (rank == rank_ && depth < depth_)) {
      rank_ = rank;
      depth_ = depth;
      article_ = entity;
    }
    std::string_view id;
    std::string_view name;
    if (entity["@id"].get(id) == simdjson::SUCCESS && entity["name"].get(name) == simdjson::SUCCESS) {
      names_.emplace(id, name);
    }
    for (const auto& [key, value] : entity) {
      if (!is_other_reading(key)) look_into(value, depth + 1);
    }
  }

  /// Keys under which other articles stand.
  static bool is_other_reading(std::string_view key) {
    constexpr std::array<std::string_view, 9> kOthers{"itemListElement", "mentions",    "citation",
                                                      "isPartOf",        "relatedLink", "comment",
                                                      "isBasedOn",       "review",      "liveBlogUpdate"};
    return std::find(kOthers.begin(), kOthers.end(), key) != kOthers.end();
  }

  int rank_ = 0;
  int depth_ = 0;
  object article_;
  JsonLdNames names_;
};

}  // namespace

Facts json_ld_facts(const std::vector<std::string_view>& scripts) {
  Facts best;
  int best_rank = 0;
  simdjson::dom::parser parser;
  for (const std::string_view script : scripts) {
    const std::string_view json = between_brackets(script);
    element root;
    if (parser.parse(simdjson::padded_string(json)).get(root) != simdjson::SUCCESS &&
        parser.parse(simdjson::padded_string(mended_json(json))).get(root) != simdjson::SUCCESS) {
      continue;
    }
    Search search;
    search.look_into(root);
    if (search.rank() == 0) continue;
    Facts facts = search.facts();
    if (search.rank() > best_rank) {
      std::swap(best, facts);
      best_rank = search.rank();
    }
    fill(best, std::move(facts));
  }
  return best;
}

}  // namespace newsline::html
