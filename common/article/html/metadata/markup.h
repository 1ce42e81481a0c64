// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "common/article/html/body/hints.h"
#include "common/article/html/metadata/facts.h"
#include "common/article/html/tree/document.h"

namespace newsline::html {

/// What the visible elements of a page say of its article: microdata, links with rel (canonical, tag,
/// author), `<time>`, elements named as byline or date, `<html lang>`. Linear.
[[nodiscard]] Facts markup_facts(const Document& document, const std::vector<Hints>& hints);

}  // namespace newsline::html
