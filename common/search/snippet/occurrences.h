// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "common/search/snippet/wanted.h"
#include "common/text/span.h"
#include "common/text/tokenizer.h"

namespace newsline {

/// A place where something that is wanted stands.
struct Occurrence {
  Span span;             ///< from the first word of the item to its last
  std::size_t item = 0;  ///< index in Wanted::items
};

/// Every place of every item, by where it begins; those of different items may overlap. Linear in the tokens.
[[nodiscard]] std::vector<Occurrence> occurrences(std::span<const Token> tokens, const Wanted& wanted,
                                                  bool is_title);

/// The spans that occurrences within `part` cover: they ascend, and those that overlap are one.
[[nodiscard]] std::vector<Span> covered(std::span<const Occurrence> occurrences, Span part);

}  // namespace newsline
