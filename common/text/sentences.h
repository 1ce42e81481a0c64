// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>
#include <vector>

#include "common/text/span.h"

namespace newsline {

/// The sentences of a text, by ICU's sentence boundaries, without the white space around them.
/// A line end ends a sentence, except where lines of a paragraph look wrapped: one line end, before it a
/// letter, digit, comma, semicolon or dash, and behind it a small letter, or before it a line of
/// kWrappedUnits. Spans ascend and do not overlap; a text of white space has none. Linear in the text.
/// Threads: any.
inline constexpr int kWrappedUnits =
    56;  ///< of UTF-16; texts are wrapped at 60 and more, headings are shorter

[[nodiscard]] std::vector<Span> sentences(std::string_view text);

}  // namespace newsline
