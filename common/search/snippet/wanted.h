// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "common/search/family/family.h"
#include "common/search/query/tree.h"

namespace newsline {

/// What is marked in the texts of an answer: the words that a question asks for (not those that it excludes).
/// Phrases of several forms are marked where they stand as a phrase.
struct Wanted {
  struct Item {
    std::vector<std::string> forms;                  ///< one: a word; several: side by side
    std::vector<std::vector<std::string>> others{};  ///< of a phrase: for each form, those in its place
    std::vector<std::string> instead{};              ///< words that may stand for the whole
    bool is_prefix = false;                          ///< of one form: words that begin so
    bool title_only = false;
    double weight = 1;  ///< rarer words make a passage better

    bool operator==(const Item&) const = default;
  };
  std::vector<Item> items;  ///< no two alike
};

/// The items of a tree in the order of the question, words that are not quoted with their families; weights
/// are 1 (the caller knows the frequencies), and less for what stands for words without being said. The words
/// of a NEAR are items of their own. Names, dates and counters are not words of the text; what stands within
/// a NOT is left out.
[[nodiscard]] Wanted wanted_by(const QueryNode& query, const Families& families);

}  // namespace newsline
