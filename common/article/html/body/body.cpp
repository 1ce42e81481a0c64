// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/article/html/body/body.h"

#include "common/article/html/body/candidates.h"
#include "common/article/html/body/furniture.h"
#include "common/article/html/body/measures.h"
#include "common/article/html/body/pruning.h"

namespace newsline::html {
namespace {

std::size_t text_bytes(const std::vector<TextBlock>& blocks) {
  std::size_t sum = 0;
  for (const TextBlock& block : blocks) sum += block.text.size();
  return sum;
}

std::vector<TextBlock> found_by(Cutting cutting, const Document& document, const std::vector<Hints>& hints) {
  std::vector<bool> is_cut = furniture_of(document, hints, cutting);
  const Measures measures(document, is_cut);
  std::vector<NodeIndex> nodes = article_nodes(document, hints, measures, is_cut);
  if (nodes.empty()) nodes.push_back(0);
  if (cutting == Cutting::strict) prune(document, hints, measures, nodes, is_cut);
  return text_blocks(document, nodes, is_cut);
}

}  // namespace

std::vector<TextBlock> article_text(const Document& document, const std::vector<Hints>& hints) {
  constexpr std::size_t kNextToNothing = 400;
  std::vector<TextBlock> strict = found_by(Cutting::strict, document, hints);
  if (text_bytes(strict) >= kNextToNothing) return strict;
  std::vector<TextBlock> lenient = found_by(Cutting::lenient, document, hints);
  return text_bytes(lenient) > text_bytes(strict) ? lenient : strict;
}

}  // namespace newsline::html
