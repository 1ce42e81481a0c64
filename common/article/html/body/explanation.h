// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "common/article/html/body/body.h"
#include "common/article/html/body/hints.h"
#include "common/article/html/tree/document.h"
#include "common/article/read_observer.h"

namespace newsline::html {

/// Tells what became of every paragraph of a page, in its order: by which rule it was dropped, with the
/// figures that the rule looked at, or where it stood. `is_body`: the text that was found is the body.
void tell_texts(const Document& document, const std::vector<Hints>& hints, const FoundText& found,
                bool is_body, ReadObserver& observer);

}  // namespace newsline::html
