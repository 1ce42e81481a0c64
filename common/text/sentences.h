// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>
#include <vector>

#include "common/text/span.h"

namespace newsline {

/// The sentences of a text, by ICU's sentence boundaries, without the white space around them.
/// A line end always ends a sentence. Spans ascend and do not overlap; a text of white space has none.
/// Linear in the text. Threads: any.
[[nodiscard]] std::vector<Span> sentences(std::string_view text);

}  // namespace newsline
