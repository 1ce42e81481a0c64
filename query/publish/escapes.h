// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "common/search/page.h"

/// Text and addresses from articles as parts of other documents, where they stand for nothing but themselves.
namespace newsline {

/// The text of an element or attribute of XML 1.0, on one line: printable_line(), with references for what is
/// markup, and U+FFFD for what XML has no place for (U+FFFE, U+FFFF).
[[nodiscard]] std::string xml_text(std::string_view text);

/// A text within a paragraph of CommonMark, on one line: printable_line(), with a backslash before whatever
/// could begin emphasis, a link, HTML, an entity, a heading, a list, a quotation, a table, or, in GitHub's
/// flavour, an address or a mention.
[[nodiscard]] std::string markdown_text(std::string_view text);

/// The same of a text of one line, with its marked parts strong.
[[nodiscard]] std::string markdown_text(const MarkedText& text);

/// Whether an address leads to a web page: `http:` or `https:`, and no other scheme, such as one that runs
/// scripts.
[[nodiscard]] bool is_web_address(std::string_view address);

/// An address with `%` and two digits for each byte that has no place in an IRI (RFC 3987): blanks, control
/// characters, `"<>\^{|}` and the backquote, and all that printable() leaves out.
[[nodiscard]] std::string iri(std::string_view address);

}  // namespace newsline
