// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "common/article/article.h"
#include "common/search/query/tree.h"
#include "tests/text/random_text.h"

namespace newsline::test {

/// Articles of few words, names and days, so that questions meet them; ids are distinct.
[[nodiscard]] std::vector<Article> random_articles(std::size_t count, RandomText& random);

/// A tree that any of the meanings may stand in, `depth` levels deep at most.
[[nodiscard]] QueryNode random_tree(std::size_t depth, RandomText& random);

}  // namespace newsline::test
