// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/article/html/body/edges.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "common/article/page/lines.h"
#include "common/article/page/pieces.h"
#include "common/text/fold.h"

namespace newsline::html {
namespace {

using Blocks = std::vector<TextBlock>;
using Kind = TextBlock::Kind;

constexpr std::size_t kLongestByline = 150;
constexpr std::size_t kNearTheTop = 6;  ///< blocks

/// Whether an element, or one of those around it, is named so.
bool is_within(Hint hint, const Document& document, const std::vector<Hints>& hints, NodeIndex index) {
  constexpr int kFar = 3;
  for (int level = 0; level < kFar && index != 0; ++level, index = document[index].parent) {
    if (hints[index].has(hint)) return true;
  }
  return false;
}

bool names_an_author(const std::string& folded, const Facts& facts) {
  return std::any_of(facts.authors.begin(), facts.authors.end(), [&](const std::string& author) {
    const std::string name = fold(author);
    return !name.empty() && folded.find(name) != std::string::npos && folded.size() < 3 * name.size();
  });
}

/// Letters of any script, digits and blanks, folded: titles differ in their quotation marks.
std::string words_of(std::string_view text) {
  std::string words;
  const std::string folded = fold(text);
  for (const std::string_view word : page_words_of(folded)) words.append(word).push_back(' ');
  return words;
}

/// The date that a line says, if it says nothing else.
std::optional<Published> date_alone(const TextBlock& block) {
  if (block.text.size() > kLongestByline) return std::nullopt;
  const auto date = date_line(block.text);
  return date && date->text.empty() ? std::optional(date->published) : std::nullopt;
}

bool is_said_already(const TextBlock& block, const Document& document, const std::vector<Hints>& hints,
                     const Facts& facts) {
  const std::string_view title = facts.titles.front().text;
  if (block.text.size() <= 2 * title.size() && words_of(block.text) == words_of(title)) return true;
  if (block.text.size() > kLongestByline) return false;
  const std::string folded = fold(block.text);
  if (!facts.section.empty() && folded == fold(facts.section)) return true;
  if (names_an_author(folded, facts)) return true;
  if (is_within(Hint::byline, document, hints, block.container) ||
      is_within(Hint::date, document, hints, block.container)) {
    return true;
  }
  return date_alone(block).has_value();
}

bool ends_sentence(std::string_view text) {
  constexpr std::array<std::string_view, 16> kEnds{".", "!",      "?",      "\u2026", "\"",     "\u201D",
                                                   ":", "\u3002", "\uFF01", "\uFF1F", "\u0589", "\u06D4",
                                                   ")", "\u00BB", "\u061F", "\u300D"};
  return std::any_of(kEnds.begin(), kEnds.end(), [&](std::string_view end) { return text.ends_with(end); });
}

bool is_long(const TextBlock& block) {
  constexpr std::size_t kLongBytes = 120;
  return block.text.size() >= kLongBytes;
}

/// A line that stands at an edge of an article and says nothing of it.
bool is_stray(const TextBlock& block) {
  constexpr std::size_t kShortBytes = 60;
  return block.kind != Kind::heading && block.text.size() < kShortBytes && !ends_sentence(block.text);
}

/// What is left of the blocks.
using Left = std::vector<TextBlock*>;

/// Trims those of the first `count` that are so.
template <typename IsSo>
void drop(Left& left, std::size_t count, Trim trim, IsSo is_so) {
  const auto end = left.begin() + static_cast<std::ptrdiff_t>(count);
  const auto is_dropped = [&](TextBlock* block) {
    if (is_so(*block)) block->trim = trim;
    return block->trim != Trim::none;
  };
  left.erase(std::remove_if(left.begin(), end, is_dropped), end);
}

void drop_last(Left& left, Trim trim) {
  left.back()->trim = trim;
  left.pop_back();
}

void drop_strays(Left& left) {
  const auto first =
      std::find_if(left.begin(), left.end(), [](const TextBlock* block) { return is_long(*block); });
  if (first == left.end()) return;
  drop(left, static_cast<std::size_t>(first - left.begin()), Trim::stray, is_stray);
  while (!is_long(*left.back()) && left.back()->kind == Kind::paragraph && is_stray(*left.back())) {
    drop_last(left, Trim::stray);
  }
}

void drop_headings_at_end(Left& left) {
  const auto is_text = [](const TextBlock* block) { return block->kind != Kind::heading; };
  if (std::none_of(left.begin(), left.end(), is_text)) return;
  while (!is_text(left.back())) drop_last(left, Trim::heading_at_end);
}

}  // namespace

void trim_edges(Blocks& blocks, const Document& document, const std::vector<Hints>& hints,
                const Facts& facts) {
  constexpr std::size_t kLongestInvitation = 80;
  Left left;
  for (TextBlock& block : blocks) left.push_back(&block);
  drop(left, left.size(), Trim::invitation, [](const TextBlock& block) {
    return block.text.size() <= kLongestInvitation && is_invitation(block.text);
  });
  drop(left, std::min(kNearTheTop, left.size()), Trim::said_already,
       [&](const TextBlock& block) { return is_said_already(block, document, hints, facts); });
  drop_strays(left);
  drop_headings_at_end(left);
}

std::optional<Published> date_near_top(const Blocks& blocks) {
  for (std::size_t index = 0; index < std::min(kNearTheTop, blocks.size()); ++index) {
    if (const auto date = date_alone(blocks[index])) return date;
  }
  return std::nullopt;
}

}  // namespace newsline::html
