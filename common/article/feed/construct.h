// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "common/article/xml/tree.h"

namespace newsline::feed {

/// A text of a feed, and how it is to be read.
struct Construct {
  std::string text;
  bool is_markup = false;  ///< HTML; else each character is itself
};

/// The text of an element by the rules of its format. RSS: whatever it holds is HTML, escaped or not.
/// Atom 1.0 (RFC 4287, 3.1 and 4.1.3): `type` tells text, HTML, XHTML or base64. Atom 0.3: `mode` and `type`
/// tell. Where an entry of Atom says nothing, text that holds tags is HTML all the same, since feeds do so.
[[nodiscard]] Construct construct_of(const xml::Tree& tree, xml::NodeIndex index);

/// It as one line, or as paragraphs.
[[nodiscard]] std::string line_of(const Construct& construct);
[[nodiscard]] std::string paragraphs_of(const Construct& construct);

}  // namespace newsline::feed
