// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/article/html/body/furniture.h"

#include <array>
#include <string_view>

#include "common/article/html/body/measures.h"

namespace newsline::html {
namespace {

/// What no reader takes for text of the article.
Cut cut_of_shown(const Node& node, Hints hints) {
  if (hints.has(Hint::hidden)) return Cut::hidden;
  switch (node.tag) {
    case GUMBO_TAG_HEAD:
    case GUMBO_TAG_NAV:
    case GUMBO_TAG_BUTTON:
    case GUMBO_TAG_FIGCAPTION:
    case GUMBO_TAG_INPUT:
    case GUMBO_TAG_LABEL:
    case GUMBO_TAG_OBJECT:
    case GUMBO_TAG_MENU:
      return Cut::never_text;
    default:
      return Cut::none;
  }
}

/// The share of the page's good text up to which a name is believed that calls it furniture; negative where
/// nothing calls it so.
double believed_share(const Node& node, Hints hints) {
  constexpr double kNotCalled = -1.0;
  constexpr double kOfFurniture = 0.25;
  constexpr double kOfComments = 0.75;
  if (node.tag == GUMBO_TAG_HTML || node.tag == GUMBO_TAG_BODY || node.tag == GUMBO_TAG_MAIN)
    return kNotCalled;
  if (hints.has(Hint::comments)) return kOfComments;
  if (node.tag == GUMBO_TAG_FOOTER || node.tag == GUMBO_TAG_ASIDE) return kOfFurniture;
  return hints.has(Hint::furniture) || hints.has(Hint::caption) ? kOfFurniture : kNotCalled;
}

bool is_run_of_text(const Node& node) {
  return node.tag == GUMBO_TAG_A || node.tag == GUMBO_TAG_SPAN || node.tag == GUMBO_TAG_P;
}

/// Which nodes hold a heading of the first rank, as articles do and comments do not.
std::vector<bool> holders_of_heading(const Document& document) {
  std::vector<bool> holds(document.size());
  for (NodeIndex index = 0; index < document.size(); ++index) {
    if (document[index].is_text || document[index].tag != GUMBO_TAG_H1) continue;
    for (NodeIndex node = index; !holds[node]; node = document[node].parent) holds[node] = true;
  }
  return holds;
}

}  // namespace

Cuts furniture_of(const Document& document, const std::vector<Hints>& hints, Cutting cutting) {
  Cuts cuts(document.size());
  for (NodeIndex index = 0; index < document.size(); ++index) {
    const Node& node = document[index];
    if (!node.is_text) cuts[index] = cut_of_shown(node, hints[index]);
  }
  if (cutting == Cutting::lenient) return cuts;
  const Measures measures(document, cuts);
  const std::vector<bool> holds_heading = holders_of_heading(document);
  const double all = measures.of(0).good_weight;
  for (NodeIndex index = 0; index < document.size(); ++index) {
    const Node& node = document[index];
    if (node.is_text || cuts[index] != Cut::none) continue;
    const double share = believed_share(node, hints[index]);
    if (share < 0 || (hints[index].has(Hint::comments) && holds_heading[index])) continue;
    const Measure measure = measures.of(index);
    if (is_run_of_text(node) && measure.good_paragraphs > 0) continue;
    if (measure.good_weight <= share * all)
      cuts[index] = hints[index].has(Hint::comments) ? Cut::comments : Cut::furniture;
  }
  return cuts;
}

}  // namespace newsline::html
