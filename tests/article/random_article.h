// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "common/article/article.h"
#include "tests/text/random_text.h"

namespace newsline::test {

/// An article as a reader may give it, every field of it known or not by chance, of text that is meant to
/// hurt.
[[nodiscard]] Article random_article(RandomText& random);

/// One line of such text without white space at its ends; maybe empty.
[[nodiscard]] std::string random_line(RandomText& random, std::size_t most_characters);

}  // namespace newsline::test
