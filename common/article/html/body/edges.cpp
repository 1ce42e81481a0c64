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
  const std::string_view title = facts.titles.front();
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

void drop_strays(Blocks& blocks) {
  const auto first = std::find_if(blocks.begin(), blocks.end(), is_long);
  if (first == blocks.end()) return;
  blocks.erase(std::remove_if(blocks.begin(), first, is_stray), first);
  while (!is_long(blocks.back()) && blocks.back().kind == Kind::paragraph && is_stray(blocks.back())) {
    blocks.pop_back();
  }
}

void drop_headings_at_end(Blocks& blocks) {
  const auto is_text = [](const TextBlock& block) { return block.kind != Kind::heading; };
  if (std::none_of(blocks.begin(), blocks.end(), is_text)) return;
  while (!is_text(blocks.back())) blocks.pop_back();
}

}  // namespace

void trim_edges(Blocks& blocks, const Document& document, const std::vector<Hints>& hints,
                const Facts& facts) {
  constexpr std::size_t kLongestInvitation = 80;
  std::erase_if(blocks, [](const TextBlock& block) {
    return block.text.size() <= kLongestInvitation && is_invitation(block.text);
  });
  const auto top = blocks.begin() + static_cast<std::ptrdiff_t>(std::min(kNearTheTop, blocks.size()));
  blocks.erase(
      std::remove_if(blocks.begin(), top,
                     [&](const TextBlock& block) { return is_said_already(block, document, hints, facts); }),
      top);
  drop_strays(blocks);
  drop_headings_at_end(blocks);
}

std::optional<Published> date_near_top(const Blocks& blocks) {
  for (std::size_t index = 0; index < std::min(kNearTheTop, blocks.size()); ++index) {
    if (const auto date = date_alone(blocks[index])) return date;
  }
  return std::nullopt;
}

}  // namespace newsline::html
