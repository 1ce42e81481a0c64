// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

#include "common/search/page.h"
#include "common/search/snippet/wanted.h"
#include "common/text/tokenizer.h"

namespace newsline {

inline constexpr std::size_t kMaxSnippetText = 256 << 10;
inline constexpr std::size_t kSnippetBytes = 320;

/// The passage of `body` (valid UTF-8) that shows most of what is wanted, by distinct items first, then by
/// their weight, then the earliest: whole sentences where they fit into `max_bytes`, else cut at words, with
/// `…` at each cut end. A word that does not fit alone is cut between code points and not marked; a phrase
/// that does not fit is marked as far as it is shown. Without any match: the beginning. Only the first
/// kMaxSnippetText bytes are looked at.
/// On one line: runs of blanks, line ends and control characters are one blank. The text is at most
/// `max_bytes` long, and the ellipses come on top of that. Linear in the text.
[[nodiscard]] MarkedText best_passage(std::string_view body, const Wanted& wanted, std::size_t max_bytes,
                                      Tokenizer& tokenizer);

}  // namespace newsline
