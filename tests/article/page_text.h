// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "common/article/article.h"

namespace newsline::test {

/// Title, date, counter, tags and body of an article as the text of a scraped page. All of these but the tags
/// must be there, the title not empty.
[[nodiscard]] std::string page_text(const Article& article);

/// Its body as a page gives it back: lines without white space at their ends, one blank line for many.
[[nodiscard]] std::string body_on_page(std::string_view body);

}  // namespace newsline::test
