// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "common/search/page.h"
#include "common/search/snippet/wanted.h"
#include "common/text/tokenizer.h"

namespace newsline {

/// Marks all that is wanted in a whole text, which stays as it is. A phrase is one mark, from its first word
/// to its last.
[[nodiscard]] MarkedText mark(std::string text, const Wanted& wanted, bool is_title, Tokenizer& tokenizer);

}  // namespace newsline
