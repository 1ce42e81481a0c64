// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "common/search/query/tree.h"

namespace newsline {

/// A word of a question.
struct AskedWord {
  std::string* form = nullptr;
  WordField field = WordField::text;
  Span where;
};

/// The words of a question that an answer has, by whether they may be misspelt.
struct AskedWords {
  std::vector<AskedWord> doubtful;
  std::vector<AskedWord> others;
};

/// Walks a question; `is_doubtful` is asked about each word that is not in quotes, behind `=`, or with `~`.
/// What is excluded is left out. The forms live in the tree.
[[nodiscard]] AskedWords asked_words(QueryNode& query,
                                     const std::function<bool(WordField, const std::string&)>& is_doubtful);

}  // namespace newsline
