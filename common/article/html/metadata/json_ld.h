// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>
#include <vector>

#include "common/article/html/metadata/facts.h"

namespace newsline::html {

/// What the JSON-LD of a page says of its article (schema.org: NewsArticle and its sisters, in any nesting,
/// `@graph` and references by `@id` included). The most specific type wins, of these the first that stands
/// nearest the top; what is listed as other reading is not looked at. Of broken JSON, control characters in
/// strings, commas before a closing bracket and marks of comments around it are forgiven; a script that
/// cannot be read says nothing. Linear.
[[nodiscard]] Facts json_ld_facts(const std::vector<std::string_view>& scripts);

}  // namespace newsline::html
