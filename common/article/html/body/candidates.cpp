// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/article/html/body/candidates.h"

#include <algorithm>
#include <string_view>

namespace newsline::html {
namespace {

constexpr std::uint32_t kShortestVoice = 25;
constexpr int kMostAncestors = 5;

double score_of_element(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_ARTICLE:
      return 10;
    case GUMBO_TAG_DIV:
    case GUMBO_TAG_MAIN:
    case GUMBO_TAG_SECTION:
      return 5;
    case GUMBO_TAG_PRE:
    case GUMBO_TAG_TD:
    case GUMBO_TAG_BLOCKQUOTE:
      return 3;
    case GUMBO_TAG_ADDRESS:
    case GUMBO_TAG_OL:
    case GUMBO_TAG_UL:
    case GUMBO_TAG_DL:
    case GUMBO_TAG_DD:
    case GUMBO_TAG_DT:
    case GUMBO_TAG_LI:
    case GUMBO_TAG_FORM:
      return -3;
    case GUMBO_TAG_H1:
    case GUMBO_TAG_H2:
    case GUMBO_TAG_H3:
    case GUMBO_TAG_H4:
    case GUMBO_TAG_H5:
    case GUMBO_TAG_H6:
    case GUMBO_TAG_TH:
      return -5;
    default:
      return 0;
  }
}

double score_of_names(Hints hints) {
  double score = 0;
  if (hints.has(Hint::content)) score += 25;
  if (hints.has(Hint::body)) score += 25;
  if (hints.has(Hint::furniture) || hints.has(Hint::comments) || hints.has(Hint::boxed)) score -= 25;
  return score;
}

/// Elements that hold paragraphs, rather than being one.
bool holds_paragraphs(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_DIV:
    case GUMBO_TAG_ARTICLE:
    case GUMBO_TAG_SECTION:
    case GUMBO_TAG_MAIN:
    case GUMBO_TAG_TD:
    case GUMBO_TAG_BODY:
    case GUMBO_TAG_CENTER:
      return true;
    default:
      return false;
  }
}

class Election {
 public:
  Election(const Document& document, const std::vector<Hints>& hints, const Measures& measures)
      : document_(document),
        hints_(hints),
        measures_(measures),
        scores_(document.size()),
        is_known_(document.size()) {
    for (const Paragraph& paragraph : measures.paragraphs()) hear(paragraph);
    for (NodeIndex index = 0; index < document.size(); ++index) {
      if (is_known_[index]) scores_[index] *= 1 - measures.of(index).link_density();
    }
  }

  [[nodiscard]] double score(NodeIndex index) const { return is_known_[index] ? scores_[index] : 0; }

  /// The node with the highest score, or one around it that more of the best share; 0 if none speaks.
  [[nodiscard]] NodeIndex winner() const {
    const std::vector<NodeIndex> best = leaders();
    if (best.empty()) return 0;
    return gathered(shared_by_leaders(best));
  }

 private:
  void hear(const Paragraph& paragraph) {
    if (paragraph.weight < kShortestVoice) return;
    double voice = 1 + paragraph.commas + std::min(paragraph.weight / 100.0, 3.0);
    voice *= 1 - paragraph.link_density();
    NodeIndex node = paragraph.container;
    if (!holds_paragraphs(document_[node].tag)) node = document_[node].parent;
    for (int level = 0; level < kMostAncestors && node != 0; ++level, node = document_[node].parent) {
      if (!is_known_[node]) {
        is_known_[node] = true;
        scores_[node] = score_of_element(document_[node].tag) + score_of_names(hints_[node]);
      }
      scores_[node] += level == 0 ? voice : level == 1 ? voice / 2 : voice / (level * 3);
    }
  }

  [[nodiscard]] std::vector<NodeIndex> leaders() const {
    constexpr std::size_t kMost = 5;
    std::vector<NodeIndex> best;
    for (NodeIndex index = 0; index < document_.size(); ++index) {
      if (!is_known_[index] || scores_[index] <= 0) continue;
      const auto place = std::find_if(best.begin(), best.end(),
                                      [&](NodeIndex other) { return scores_[index] > scores_[other]; });
      best.insert(place, index);
      if (best.size() > kMost) best.pop_back();
    }
    return best;
  }

  [[nodiscard]] NodeIndex shared_by_leaders(const std::vector<NodeIndex>& best) const {
    constexpr double kNearTop = 0.75;
    constexpr int kEnough = 3;
    for (NodeIndex node = document_[best[0]].parent; node != 0; node = document_[node].parent) {
      if (document_[node].tag == GUMBO_TAG_BODY) break;
      const auto below = std::count_if(best.begin() + 1, best.end(), [&](NodeIndex other) {
        return scores_[other] >= kNearTop * scores_[best[0]] && document_.is_inside(other, node) &&
               other != node;
      });
      if (below >= kEnough) return node;
    }
    return best[0];
  }

  /// Up to boxes that add hardly anything but good text: an article that stands in several sections.
  [[nodiscard]] NodeIndex gathered(NodeIndex top) const {
    constexpr double kNearlyAll = 0.8;
    for (NodeIndex node = document_[top].parent; node != 0; node = document_[node].parent) {
      if (document_[node].tag == GUMBO_TAG_BODY) break;
      const Measure inner = measures_.of(top);
      const Measure outer = measures_.of(node);
      const std::uint32_t added = outer.weight - inner.weight;
      if (outer.good_weight - inner.good_weight >= kNearlyAll * added) top = node;
    }
    return top;
  }

  const Document& document_;
  const std::vector<Hints>& hints_;
  const Measures& measures_;
  std::vector<double> scores_;
  std::vector<bool> is_known_;
};

/// Whether what stands beside the winner goes on like it.
bool goes_on(const Document& document, const Election& election, const Measure& measure, NodeIndex sibling,
             NodeIndex winner) {
  const double threshold = std::max(10.0, election.score(winner) * 0.2);
  const std::string_view names = document[winner].attribute("class");
  const bool is_alike = !names.empty() && names == document[sibling].attribute("class");
  if (election.score(sibling) + (is_alike ? election.score(winner) * 0.2 : 0) >= threshold) return true;
  if (document[sibling].tag != GUMBO_TAG_P) return false;
  return measure.weight > 80 ? measure.link_density() < 0.25 : measure.weight > 0 && measure.link_weight == 0;
}

}  // namespace

std::vector<NodeIndex> article_nodes(const Document& document, const std::vector<Hints>& hints,
                                     const Measures& measures, const Cuts& cuts) {
  const Election election(document, hints, measures);
  const NodeIndex winner = election.winner();
  if (winner == 0) return {};
  const NodeIndex parent = document[winner].parent;
  std::vector<NodeIndex> nodes;
  for (NodeIndex sibling = parent + 1; sibling < document[parent].end; sibling = document[sibling].end) {
    if (sibling == winner || (cuts[sibling] == Cut::none && !document[sibling].is_text &&
                              goes_on(document, election, measures.of(sibling), sibling, winner))) {
      nodes.push_back(sibling);
    }
  }
  return nodes;
}

}  // namespace newsline::html
