// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <optional>
#include <vector>

#include "common/index/glass/snapshot.h"
#include "common/search/page.h"

/// For the files of common/search only: this header mentions Xapian.
namespace newsline {

/// A question with other spellings of some of its words.
struct Corrected {
  QueryNode query;
  std::vector<Correction> changes;  ///< in the order of the question, at least one
};

/// The question of a request with every word that no article has, not even in another form of its family (if
/// there is no such word, that no article has as it stands), replaced by one of near_words(), where it has
/// any. Words in quotes, behind `=`, with `~` and what is excluded stay. Of the candidates for several words
/// those are taken that stand most often together with each other and with the other words, fewer edits and
/// frequent words first. Nothing if there is nothing to change. Costs a near_words() for each such word, of
/// which the first eight count, and some hundreds of small searches at most.
[[nodiscard]] std::optional<Corrected> corrected(const Request& request, const Snapshot& database);

/// The same for words without a family that hardly any article has: at most kRareArticles, where a word one
/// edit away is in kMuchMore times as many. For a question with matches: what else may have been meant.
[[nodiscard]] std::optional<Corrected> commoner(const Request& request, const Snapshot& database);

inline constexpr Xapian::doccount kRareArticles = 2;
inline constexpr Xapian::doccount kMuchMore = 20;

}  // namespace newsline
