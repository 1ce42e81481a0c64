// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "common/article/html/body/hints.h"
#include "common/article/html/body/rendering.h"
#include "common/article/html/metadata/facts.h"
#include "common/article/html/tree/document.h"

namespace newsline::html {

/// Trims from an article's text what is none of its sentences: near its start what the fields say already
/// (the title, the lines of byline, date and section); before its first and behind its last long paragraph
/// short lines that are no sentence; headings with nothing under them; anywhere, lines that only invite to
/// share, subscribe or read on.
void trim_edges(std::vector<TextBlock>& blocks, const Document& document, const std::vector<Hints>& hints,
                const Facts& facts);

/// The date that a line near the start of a text says, if it says nothing else.
[[nodiscard]] std::optional<Published> date_near_top(const std::vector<TextBlock>& blocks);

}  // namespace newsline::html
