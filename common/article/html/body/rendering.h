// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "common/article/html/body/cuts.h"
#include "common/article/html/tree/document.h"

namespace newsline::html {

/// Why a paragraph in the midst of an article is none of it.
enum class Trim : unsigned char {
  none,
  invitation,     ///< it only invites to share, subscribe or read on
  said_already,   ///< a field says it: title, byline, date, section
  stray,          ///< a short line without an end at an edge
  heading_at_end  ///< with nothing under it
};

/// A paragraph of an article as a reader sees it.
struct TextBlock {
  enum class Kind : unsigned char { paragraph, heading, item, quote, preformatted };
  std::string text;  ///< one line; several only where preformatted
  Kind kind = Kind::paragraph;
  NodeIndex container = 0;  ///< the element that it stands in
  NodeIndex first = 0;      ///< its first text
  Trim trim = Trim::none;
};

/// The text below these nodes, without what is cut, paragraph by paragraph.
[[nodiscard]] std::vector<TextBlock> text_blocks(const Document& document,
                                                 const std::vector<NodeIndex>& nodes, const Cuts& cuts);

/// Paragraphs as the body of an article: one a line, a blank line between them but not between the items of a
/// list, which begin with `- `. What is trimmed is left out.
[[nodiscard]] std::string body_text(const std::vector<TextBlock>& blocks);

}  // namespace newsline::html
