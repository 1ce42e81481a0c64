// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/article/html/body/pruning.h"

namespace newsline::html {
namespace {

bool is_box(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_DIV:
    case GUMBO_TAG_SECTION:
    case GUMBO_TAG_UL:
    case GUMBO_TAG_OL:
    case GUMBO_TAG_DL:
    case GUMBO_TAG_TABLE:
    case GUMBO_TAG_FORM:
    case GUMBO_TAG_FIELDSET:
    case GUMBO_TAG_HEADER:
    case GUMBO_TAG_ARTICLE:
    case GUMBO_TAG_ASIDE:
    case GUMBO_TAG_FOOTER:
      return true;
    default:
      return false;
  }
}

/// Why a box in an article is none of its text.
Cut cut_of_box(const Node& node, Hints hints, const Measure& measure) {
  const bool is_list = node.tag == GUMBO_TAG_UL || node.tag == GUMBO_TAG_OL || node.tag == GUMBO_TAG_DL;
  const double density = measure.link_density();
  if (measure.weight == 0) return Cut::none;
  if (node.tag == GUMBO_TAG_FORM && measure.good_paragraphs == 0) return Cut::form;
  const bool has_bad_name = hints.has(Hint::furniture) || hints.has(Hint::boxed) || hints.has(Hint::tags) ||
                            hints.has(Hint::comments);
  const bool has_good_name = hints.has(Hint::content) || hints.has(Hint::body);
  if (measure.commas >= 10 && density < 0.5) return Cut::none;
  if (has_bad_name && measure.good_paragraphs == 0 && density > 0.1) return Cut::named_box;
  if (is_list)
    return density > 0.66 || (density > 0.5 && measure.good_paragraphs == 0) ? Cut::linked_list : Cut::none;
  if (node.tag == GUMBO_TAG_TABLE) return density > 0.7 ? Cut::linked_table : Cut::none;
  return density > (has_good_name ? 0.66 : 0.5) ? Cut::linked_box : Cut::none;
}

/// A paragraph that is but a link, which leads to other reading.
bool is_link(const Paragraph& paragraph) {
  constexpr double kNearlyAll = 0.9;
  constexpr std::uint32_t kLeastWeight = 15;
  return paragraph.weight >= kLeastWeight && paragraph.link_density() >= kNearlyAll;
}

bool is_paragraph_or_box(GumboTag tag) { return tag == GUMBO_TAG_P || tag == GUMBO_TAG_DIV; }

void prune_links(const Document& document, const Measures& measures, Cuts& cuts) {
  for (const Paragraph& paragraph : measures.paragraphs()) {
    const NodeIndex container = paragraph.container;
    if (is_link(paragraph) && is_paragraph_or_box(document[container].tag) &&
        measures.of(container).weight == paragraph.weight) {
      cuts[container] = Cut::link_paragraph;
    }
  }
}

}  // namespace

void prune(const Document& document, const std::vector<Hints>& hints, const Measures& measures,
           const std::vector<NodeIndex>& nodes, Cuts& cuts) {
  for (const NodeIndex root : nodes) {
    for (NodeIndex index = root + 1; index < document[root].end; ++index) {
      const Node& node = document[index];
      if (node.is_text || cuts[index] != Cut::none || !is_box(node.tag)) continue;
      cuts[index] = cut_of_box(node, hints[index], measures.of(index));
    }
  }
  prune_links(document, measures, cuts);
}

}  // namespace newsline::html
