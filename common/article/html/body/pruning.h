// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "common/article/html/body/hints.h"
#include "common/article/html/body/measures.h"
#include "common/article/html/tree/document.h"

namespace newsline::html {

/// Cuts from the nodes of an article the boxes in it that are none of its text: lists of links, boxes with
/// little text and many links, paragraphs that are but a link, forms.
void prune(const Document& document, const std::vector<Hints>& hints, const Measures& measures,
           const std::vector<NodeIndex>& nodes, Cuts& cuts);

}  // namespace newsline::html
