// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/article/html/body/body.h"

#include "common/article/html/body/candidates.h"
#include "common/article/html/body/measures.h"
#include "common/article/html/body/pruning.h"

namespace newsline::html {
namespace {

std::size_t text_bytes(const FoundText& found) {
  std::size_t sum = 0;
  for (const TextBlock& block : found.blocks) sum += block.text.size();
  return sum;
}

FoundText found_by(Cutting cutting, const Document& document, const std::vector<Hints>& hints) {
  FoundText found;
  found.cutting = cutting;
  found.cuts = furniture_of(document, hints, cutting);
  const Measures measures(document, found.cuts);
  found.nodes = article_nodes(document, hints, measures, found.cuts);
  if (found.nodes.empty()) found.nodes.push_back(0);
  if (cutting == Cutting::strict) prune(document, hints, measures, found.nodes, found.cuts);
  found.blocks = text_blocks(document, found.nodes, found.cuts);
  return found;
}

}  // namespace

FoundText article_text(const Document& document, const std::vector<Hints>& hints) {
  constexpr std::size_t kNextToNothing = 400;
  FoundText strict = found_by(Cutting::strict, document, hints);
  if (text_bytes(strict) >= kNextToNothing) return strict;
  FoundText lenient = found_by(Cutting::lenient, document, hints);
  return text_bytes(lenient) > text_bytes(strict) ? lenient : strict;
}

}  // namespace newsline::html
