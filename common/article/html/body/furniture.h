// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "common/article/html/body/cuts.h"
#include "common/article/html/body/hints.h"
#include "common/article/html/tree/document.h"

namespace newsline::html {

/// How much is taken away from a page before the article is looked for.
enum class Cutting { strict, lenient };

/// The nodes of a page that are no part of an article whatever stands around them: what is hidden, buttons,
/// captions, and (strict) what its name or its element says is furniture. A name is not believed where most
/// of the page's good text stands below it.
[[nodiscard]] Cuts furniture_of(const Document& document, const std::vector<Hints>& hints, Cutting cutting);

}  // namespace newsline::html
