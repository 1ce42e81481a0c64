// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

#include "common/text/span.h"
#include "common/text/tokenizer.h"

namespace newsline {

/// A text and its words.
struct WordedText {
  std::string_view text;
  std::span<const Token> tokens;
};

/// The last end of a word that begins at or behind `part.begin` and ends within `part`.
[[nodiscard]] std::optional<std::size_t> last_word_end(const WordedText& worded, Span part);

/// A part of a text that is shown.
struct Excerpt {
  Span span;
  bool cut_before = false;  ///< it begins within a sentence
  bool cut_after = false;   ///< it ends within one
};

/// The sentences around `core`, which begins and ends with words (or is empty and stands at the start of a
/// sentence), and as many behind them and then before them as fit; else what fits of them, cut at words.
/// At most `max_bytes` long, as `core` is. Linear in the lines that it touches.
[[nodiscard]] Excerpt excerpt_around(Span core, const WordedText& worded, std::size_t max_bytes);

}  // namespace newsline
