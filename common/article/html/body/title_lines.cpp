// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/article/html/body/title_lines.h"

#include <algorithm>
#include <string>

#include "common/article/page/lines.h"
#include "common/text/fold.h"

namespace newsline::html {
namespace {

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

bool is_said_already(const TextBlock& block, const Document& document, const std::vector<Hints>& hints,
                     const Facts& facts) {
  const std::string folded = fold(block.text);
  if (folded == fold(facts.title) || (!facts.section.empty() && folded == fold(facts.section))) return true;
  if (block.text.size() > kLongestByline) return false;
  if (names_an_author(folded, facts)) return true;
  if (is_within(Hint::byline, document, hints, block.container) ||
      is_within(Hint::date, document, hints, block.container)) {
    return true;
  }
  const auto date = date_line(block.text);
  return date && date->text.empty();
}

}  // namespace

void drop_title_lines(std::vector<TextBlock>& blocks, const Document& document,
                      const std::vector<Hints>& hints, const Facts& facts) {
  const std::size_t top = std::min(kNearTheTop, blocks.size());
  const auto end_of_top = blocks.begin() + static_cast<std::ptrdiff_t>(top);
  const auto kept = std::remove_if(blocks.begin(), end_of_top, [&](const TextBlock& block) {
    return is_said_already(block, document, hints, facts);
  });
  blocks.erase(kept, end_of_top);
  while (!blocks.empty() && blocks.back().kind == TextBlock::Kind::heading) blocks.pop_back();
}

}  // namespace newsline::html
