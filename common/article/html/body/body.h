// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "common/article/html/body/cuts.h"
#include "common/article/html/body/furniture.h"
#include "common/article/html/body/hints.h"
#include "common/article/html/body/rendering.h"
#include "common/article/html/tree/document.h"

namespace newsline::html {

/// What was found of a page's article, and how.
struct FoundText {
  std::vector<TextBlock> blocks;
  std::vector<NodeIndex> nodes;  ///< the elements in which it stands
  Cuts cuts;
  Cutting cutting = Cutting::strict;
};

/// The paragraphs of a page's article, without menus, lists of other news, comments, captions and boxes that
/// sell. What is looked for first is strict about names; where it finds next to nothing, names are not
/// believed. Empty where the page holds no text. Linear.
[[nodiscard]] FoundText article_text(const Document& document, const std::vector<Hints>& hints);

}  // namespace newsline::html
