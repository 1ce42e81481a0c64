// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "common/article/html/tree/document.h"

namespace newsline::html {

/// The title of a page's article without the name of its site. `said` is what metadata says, empty where it
/// says nothing: then `<title>` speaks, and where that is empty the first heading. A part that `|`, a dash
/// between blanks and their like set off at either end is dropped where it is the site's name, where a
/// heading of the page shows the rest alone, or, in `<title>`, where it is the shorter part behind a bar.
[[nodiscard]] std::string article_title(const Document& document, std::string_view said,
                                        std::string_view site, std::string_view url);

}  // namespace newsline::html
