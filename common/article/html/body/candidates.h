// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "common/article/html/body/hints.h"
#include "common/article/html/body/measures.h"
#include "common/article/html/tree/document.h"

namespace newsline::html {

/// The nodes that hold the article together, in document order, none below another: the one in which the
/// most text of paragraphs meets (each paragraph speaks for the elements around it, by its length and commas,
/// less so the further they are; names and links weigh too), and those beside it that go on like it. Empty
/// where nothing is text. After Readability (Arc90, 2009).
[[nodiscard]] std::vector<NodeIndex> article_nodes(const Document& document, const std::vector<Hints>& hints,
                                                   const Measures& measures, const Cuts& cuts);

}  // namespace newsline::html
