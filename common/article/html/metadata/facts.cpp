// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/article/html/metadata/facts.h"

#include <algorithm>
#include <array>
#include <utility>

#include "common/article/field/names.h"
#include "common/article/field/white_space.h"
#include "common/text/fold.h"
#include "common/text/written_date.h"

namespace newsline::html {
namespace {

template <typename Value>
void fill_one(Value Facts::*member, ArticleField field, Facts& facts, Facts& less_believed) {
  if (!(facts.*member == Value{})) return;
  facts.*member = std::move(less_believed.*member);
  facts.origins.set(field, less_believed.origins.of(field));
}

/// Words before a name that say that it wrote, folded.
constexpr std::array<std::string_view, 20> kBefore{
    "by ",     "by: ",   "von ",        "par ",    "por ",       "di ",     "door ",
    "av ",     "af ",    "written by ", "text: ",  "text by ",   "autor: ", "autor ",
    "автор: ", "автор ", "author: ",    "текст: ", "posted by ", "yazan: "};

/// Words between names.
constexpr std::array<std::string_view, 9> kBetween{" and ", " und ", " et ", " y ",   " e ",
                                                   " и ",   " & ",   " ve ", " with "};

std::string_view without_word_before(std::string_view line) {
  line = trim(line);
  for (const std::string_view word : kBefore) {
    const std::string_view start = line.substr(0, word.size());
    if (start.size() == word.size() && fold(std::string(start) + ".") == std::string(word) + ".") {
      return without_word_before(line.substr(word.size()));
    }
  }
  return line;
}

std::vector<std::string_view> parts_between_words(std::string_view line) {
  std::vector<std::string_view> parts;
  std::size_t begin = 0;
  for (std::size_t at = 0; at < line.size(); ++at) {
    for (const std::string_view word : kBetween) {
      if (!line.substr(at).starts_with(word)) continue;
      parts.push_back(line.substr(begin, at - begin));
      begin = at + word.size();
      at = begin - 1;
      break;
    }
  }
  parts.push_back(line.substr(begin));
  return parts;
}

bool is_name(std::string_view text) {
  constexpr std::size_t kLongest = 80;
  return !text.empty() && text.size() <= kLongest && text.find("://") == std::string_view::npos &&
         text.find('@') == std::string_view::npos && !text.starts_with("www.") &&
         text.find_first_of("0123456789") == std::string_view::npos;
}

}  // namespace

void fill(Facts& facts, Facts&& less_believed) {
  const auto fill_in = [&](auto member, ArticleField field) {
    fill_one(member, field, facts, less_believed);
  };
  for (SaidTitle& title : less_believed.titles) facts.titles.push_back(std::move(title));
  fill_in(&Facts::published, ArticleField::published);
  fill_in(&Facts::language, ArticleField::language);
  fill_in(&Facts::tags, ArticleField::tags);
  fill_in(&Facts::authors, ArticleField::authors);
  fill_in(&Facts::site, ArticleField::source);
  fill_in(&Facts::section, ArticleField::section);
  fill_in(&Facts::url, ArticleField::url);
  fill_in(&Facts::summary, ArticleField::summary);
  fill_in(&Facts::body, ArticleField::body);
}

std::optional<Published> date_in(std::string_view text) {
  constexpr std::size_t kLongest = 200;
  text = trim(text.substr(0, kLongest));
  if (const auto published = parse_iso8601(text)) return published;
  const auto found = find_date(text);
  return found ? std::optional(found->published) : std::nullopt;
}

std::optional<Published> date_in_url(std::string_view url) {
  constexpr std::size_t kDateBytes = std::string_view("/2024/03/12/").size();
  constexpr std::string_view kPlan = "/yyyy/mm/dd/";
  for (std::size_t at = 0; at + kDateBytes <= url.size(); ++at) {
    const std::string_view part = url.substr(at, kDateBytes);
    const bool fits = std::equal(part.begin(), part.end(), kPlan.begin(), [](char character, char plan) {
      return plan == '/' ? character == '/' : character >= '0' && character <= '9';
    });
    if (!fits) continue;
    std::string day(part.substr(1, kDateBytes - 2));
    std::replace(day.begin(), day.end(), '/', '-');
    if (const auto published = parse_iso8601(day)) return published;
  }
  return std::nullopt;
}

std::vector<std::string> author_names(std::string_view line) {
  constexpr std::size_t kLongest = 1000;
  std::vector<std::string> names;
  if (line.size() > kLongest) return names;
  for (const std::string_view part : separated_names(without_word_before(line))) {
    for (const std::string_view name : parts_between_words(part)) {
      const std::string_view bare = without_word_before(name);
      if (is_name(bare)) names.emplace_back(bare);
    }
  }
  return names;
}

std::string article_url(std::string_view url) {
  url = trim(url);
  for (const std::string_view scheme : {"https://", "http://"}) {
    if (!url.starts_with(scheme)) continue;
    const std::size_t path = url.find_first_of("/?", scheme.size());
    const bool is_more_than_host = path != std::string_view::npos && path + 1 < url.size();
    const bool is_clean = url.find_first_of(" \t\n\"<>") == std::string_view::npos;
    return is_more_than_host && is_clean ? std::string(url) : std::string();
  }
  return {};
}

}  // namespace newsline::html
