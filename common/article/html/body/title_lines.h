// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "common/article/html/body/hints.h"
#include "common/article/html/body/rendering.h"
#include "common/article/html/metadata/facts.h"
#include "common/article/html/tree/document.h"

namespace newsline::html {

/// Drops from the start of an article's text what its fields say already: the title, the lines of byline,
/// date and section. Lines at the end that are none of its sentences (a date, a heading with nothing under
/// it) go too.
void drop_title_lines(std::vector<TextBlock>& blocks, const Document& document,
                      const std::vector<Hints>& hints, const Facts& facts);

}  // namespace newsline::html
