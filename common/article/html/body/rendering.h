// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "common/article/html/tree/document.h"

namespace newsline::html {

/// A paragraph of an article as a reader sees it.
struct TextBlock {
  enum class Kind : unsigned char { paragraph, heading, item, quote, preformatted };
  std::string text;  ///< one line; several only where preformatted
  Kind kind = Kind::paragraph;
  NodeIndex container = 0;  ///< the element that it stands in
};

/// The text below these nodes, without what is cut, paragraph by paragraph.
[[nodiscard]] std::vector<TextBlock> text_blocks(const Document& document,
                                                 const std::vector<NodeIndex>& nodes,
                                                 const std::vector<bool>& is_cut);

/// Paragraphs as the body of an article: one a line, a blank line between them but not between the items of a
/// list, which begin with `- `.
[[nodiscard]] std::string body_text(const std::vector<TextBlock>& blocks);

}  // namespace newsline::html
