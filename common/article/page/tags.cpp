// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>

#include "common/article/field/names.h"
#include "common/article/field/white_space.h"
#include "common/article/page/lines.h"
#include "common/article/page/pieces.h"
#include "common/article/page/words.h"

namespace newsline {
namespace {

constexpr std::size_t kMostWordsInTag = 5;
constexpr std::size_t kMostWordsInLabel = 4;
constexpr std::size_t kMostCodePointsInTag = 80;

bool ends_with_any(std::string_view text, const auto& endings, std::size_t& length) {
  for (const std::string_view ending : endings) {
    if (!text.ends_with(ending)) continue;
    length = ending.size();
    return true;
  }
  return false;
}

/// Without white space and separators of tags at the end.
std::string_view without_separators(std::string_view tag) {
  constexpr std::array<std::string_view, 9> kSeparators{",",      ";",      "|",      "\u060C", "\u061B",
                                                        "\uFF0C", "\u3001", "\u2022", "\u00B7"};
  std::size_t length = 0;
  tag = trim_end(tag);
  while (ends_with_any(tag, kSeparators, length)) tag = trim_end(tag.substr(0, tag.size() - length));
  const bool is_end_of_sentence = tag.ends_with('.') && tag.find('.') == tag.size() - 1;
  return is_end_of_sentence ? tag.substr(0, tag.size() - 1) : tag;
}

/// Whether a `#` that follows `before` starts a tag: one inside a word belongs to it.
bool may_start_tag(std::string_view before) {
  return trim_end(before).size() < before.size() || without_separators(before).size() < before.size() ||
         colon_at_end(before) > 0 || before.empty();
}

constexpr std::string_view kWideHash = "\uFF03";

std::size_t hash_bytes(std::string_view text) {
  if (text.starts_with('#')) return 1;
  return text.starts_with(kWideHash) ? kWideHash.size() : 0;
}

/// Where the tags of a line start.
std::vector<std::size_t> tag_starts(std::string_view line) {
  std::vector<std::size_t> starts;
  if (!has_hash(line)) return starts;
  for (std::size_t offset = 0; offset < line.size(); ++offset) {
    const bool may_be_hash = line[offset] == '#' || line[offset] == '\xEF';
    if (may_be_hash && hash_bytes(line.substr(offset)) > 0 && may_start_tag(line.substr(0, offset)))
      starts.push_back(offset);
  }
  return starts;
}

bool is_tag(std::string_view tag) {
  const bool starts_with_blank = trim_start(tag).size() < tag.size();
  const bool is_sentence =
      tag.ends_with('?') || tag.ends_with('!') || tag.find(". ") != std::string_view::npos;
  return !tag.empty() && !starts_with_blank && !is_sentence && code_points(tag) <= kMostCodePointsInTag &&
         count_page_words(tag) <= kMostWordsInTag;
}

bool has_blank(std::string_view tag) {
  for (std::size_t offset = 0; offset < tag.size(); ++offset) {
    if (white_space_at(tag, offset) > 0) return true;
  }
  return false;
}

bool is_number(std::string_view tag) {
  return tag.find_first_not_of("0123456789.,%") == std::string_view::npos;
}

/// What stands before the tags.
struct Label {
  bool is_empty = false;
  bool is_known = false;
  bool is_possible = false;  ///< at most a few words and a colon
};

Label label_of(std::string_view before) {
  const std::string_view text = trim(before);
  if (text.empty()) return {true, false, true};
  const std::size_t colon = colon_at_end(text);
  const bool is_known = page_words::is_tag_label(text.substr(0, text.size() - colon));
  const bool is_short = colon > 0 && count_page_words(text) <= kMostWordsInLabel;
  return {false, is_known, is_known || is_short};
}

/// A label without tags.
std::optional<TagLine> empty_tag_line(std::string_view line) {
  const std::string_view text = trim(line);
  if (colon_at_end(text) == 0 || !label_of(text).is_known) return std::nullopt;
  return TagLine{{}, true};
}

}  // namespace

bool has_hash(std::string_view line) {
  return line.find('#') != std::string_view::npos || line.find(kWideHash) != std::string_view::npos;
}

std::optional<TagLine> tag_line(std::string_view line) {
  constexpr std::size_t kLongestEmptyLine = 80;
  const std::vector<std::size_t> starts = tag_starts(line);
  if (starts.empty()) return line.size() <= kLongestEmptyLine ? empty_tag_line(line) : std::nullopt;
  const Label label = label_of(line.substr(0, starts.front()));
  if (!label.is_possible) return std::nullopt;
  TagLine found;
  for (std::size_t index = 0; index < starts.size(); ++index) {
    const std::size_t end = index + 1 < starts.size() ? starts[index + 1] : line.size();
    const std::string_view tag =
        without_separators(without_hash(line.substr(starts[index], end - starts[index])));
    if (!is_tag(tag)) return std::nullopt;
    found.tags.push_back(tag);
  }
  const bool are_numbers = std::all_of(found.tags.begin(), found.tags.end(), is_number);
  const bool are_words = std::none_of(found.tags.begin(), found.tags.end(), has_blank);
  if (are_numbers && !label.is_known) return std::nullopt;
  // One tag of several words and no label: as likely a line of text that starts with a hashtag.
  if (label.is_empty && !are_words && found.tags.size() == 1) return std::nullopt;
  found.is_certain = are_words && (label.is_empty || label.is_known);
  return found;
}

}  // namespace newsline
