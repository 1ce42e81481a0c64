// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "common/search/page.h"
#include "common/search/query/tree.h"
#include "common/text/tokenizer.h"

namespace newsline {

/// What is marked in the texts of an answer: the words that a question asks for (not those that it excludes).
/// Phrases of several forms are marked where they stand as a phrase.
struct Wanted {
  struct Item {
    std::vector<std::string> forms;  ///< one: a word; several: side by side
    bool is_prefix = false;          ///< of one form: words that begin so
    bool title_only = false;
    double weight = 1;  ///< rarer words make a passage better
  };
  std::vector<Item> items;
};

/// The items of a tree; weights are 1 (the caller knows the frequencies).
[[nodiscard]] Wanted wanted_by(const QueryNode& query);

/// Marks all that is wanted in a whole text.
[[nodiscard]] MarkedText mark(std::string text, const Wanted& wanted, bool is_title, Tokenizer& tokenizer);

/// The passage of `body` that shows most of what is wanted, by distinct items first, then by weight, then the
/// earliest: whole sentences where they fit into `max_bytes`, else cut at words, with `…` at each cut end. On
/// one line. Without any match: the beginning. Only the first kMaxSnippetText bytes are looked at.
[[nodiscard]] MarkedText best_passage(std::string_view body, const Wanted& wanted, std::size_t max_bytes,
                                      Tokenizer& tokenizer);

inline constexpr std::size_t kMaxSnippetText = 256 << 10;
inline constexpr std::size_t kSnippetBytes = 320;

}  // namespace newsline
