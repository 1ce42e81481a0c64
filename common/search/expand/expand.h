// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <string>
#include <vector>

#include "common/index/glass/snapshot.h"
#include "common/search/page.h"

/// For the files of common/search only: this header mentions Xapian.
namespace newsline {

/// A part of a question and what was added to it.
struct Expansion {
  std::string said;                 ///< as describe() has it
  std::vector<std::string> others;  ///< likewise, each with its reason in brackets
};

struct Expanded {
  QueryNode query;
  std::vector<Expansion> expansions;  ///< in the order of the question
};

/// A part may stand for so many others, those with most evidence.
inline constexpr std::size_t kMaxOthers = 8;
/// Others in a whole question.
inline constexpr std::size_t kMaxAllOthers = 64;

/// The question with what its words also stand for: `word~` for words that are spelled about so
/// (near_words.h; those of two edits for half as much); where the request wants it, an acronym for its long
/// forms, words that stand side by side and are a long form for its acronym, and both for what people have
/// given as synonyms. What stands for a part weighs kOtherShare of what that part weighs, however many words
/// it has. What is in quotes, behind
/// `=` or excluded stays as it is, except for an excluded `word~`. What an index does not have it does not
/// add.
[[nodiscard]] Expanded expanded(const Request& request, const Snapshot& database);

inline constexpr double kOtherShare = 0.7;

/// `word~` may stand for so many words.
inline constexpr std::size_t kMaxNearWords = 32;

}  // namespace newsline
