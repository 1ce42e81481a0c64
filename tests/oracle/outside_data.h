// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/article/article.h"
#include "common/search/query/tree.h"

/// Real news that is not part of the project; what needs it is skipped where it is absent.
namespace newsline::oracle {

/// The file of this name in the folder of outside data; empty, and a message that the test is skipped, where
/// there is none.
[[nodiscard]] std::string outside_file(std::string_view name);

/// All articles of a file, as its reader gives them. Throws std::runtime_error at a rejection.
[[nodiscard]] std::vector<Article> articles_in(const std::string& path);

/// The tree of a question in the query language. Throws std::runtime_error if it is none.
[[nodiscard]] QueryNode asked(std::string_view question);

/// The part of an id that the record itself gave: behind the path and `#`.
[[nodiscard]] std::string record_of(std::string_view id);

}  // namespace newsline::oracle
