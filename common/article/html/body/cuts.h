// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace newsline::html {

/// Why an element, with all below it, is no part of an article.
enum class Cut : unsigned char {
  none,           ///< it may be
  hidden,         ///< browsers do not show it
  never_text,     ///< `<nav>`, `<button>`, `<figcaption>` and their like
  furniture,      ///< its name or its element says that it is furniture
  comments,       ///< its name says that it holds comments
  form,           ///< a form without paragraphs
  named_box,      ///< a box with links and no paragraphs that is named as furniture
  linked_list,    ///< most of the list is links
  linked_table,   ///< most of the table is links
  linked_box,     ///< most of the box is links
  link_paragraph  ///< a paragraph that is but a link
};

/// By node.
using Cuts = std::vector<Cut>;

}  // namespace newsline::html
