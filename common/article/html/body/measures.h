// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "common/article/html/body/cuts.h"
#include "common/article/html/tree/document.h"

namespace newsline::html {

/// A run of text that a browser shows as one paragraph: what stands in one block element without another
/// block between, cut at two line breaks.
struct Paragraph {
  NodeIndex first = 0;      ///< its first text
  NodeIndex last = 0;       ///< its last text
  NodeIndex container = 0;  ///< the block element in which it stands
  std::uint32_t weight = 0;
  std::uint32_t link_weight = 0;
  std::uint32_t commas = 0;

  [[nodiscard]] double link_density() const { return weight == 0 ? 0.0 : 1.0 * link_weight / weight; }
  /// Long and little linked: what people write, not what pages are furnished with (Kohlschütter et al. 2010).
  [[nodiscard]] bool is_good() const { return weight >= 60 && link_density() < 0.33; }
};

/// How much text stands below a node.
struct Measure {
  std::uint32_t weight = 0;       ///< characters that are no white space; those of wide scripts count twice
  std::uint32_t link_weight = 0;  ///< of these, in links
  std::uint32_t commas = 0;
  std::uint32_t good_weight = 0;  ///< of these, in good paragraphs
  std::uint32_t good_paragraphs = 0;
  std::uint32_t paragraphs = 0;

  [[nodiscard]] double link_density() const { return weight == 0 ? 0.0 : 1.0 * link_weight / weight; }
};

/// The paragraphs of a page and the measures of its nodes, without what was cut from it. Measuring is linear,
/// each question takes constant time.
class Measures {
 public:
  /// What is below a cut node is cut with it.
  Measures(const Document& document, const Cuts& cuts);

  [[nodiscard]] const std::vector<Paragraph>& paragraphs() const { return paragraphs_; }
  [[nodiscard]] Measure of(NodeIndex index) const;

 private:
  void gather_paragraphs(const Cuts& cuts);

  const Document& document_;
  std::vector<Paragraph> paragraphs_;
  std::vector<Measure> before_;  ///< sums over the texts before a node
};

}  // namespace newsline::html
