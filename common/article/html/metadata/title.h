// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/article/html/metadata/facts.h"
#include "common/article/html/tree/document.h"

namespace newsline::html {

/// The title of a page's article without the name of its site: of the titles that metadata says, the first
/// of some words that is part of `<title>` and that the page shows as a heading, else the first that is most
/// of `<title>`, else the first that is a heading, else the first; without metadata `<title>`, and where that
/// is empty the first heading. A part that `|`, a dash between blanks and their like set off at either end is
/// dropped where it is the site's name, where a heading of the page shows the rest alone, or, in `<title>`,
/// where it is a few words at the end. Empty where the page has none of these.
[[nodiscard]] SaidTitle article_title(const Document& document, const std::vector<SaidTitle>& said,
                                      std::string_view site, std::string_view url);

}  // namespace newsline::html
