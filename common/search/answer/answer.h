// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <vector>

#include "common/index/glass/snapshot.h"
#include "common/search/answer/match.h"

/// For the files of common/search only: this header mentions Xapian.
namespace newsline {

/// What was asked in the end, and what was found.
struct Answered {
  QueryNode query;    ///< with all that was added to it
  Families families;  ///< of its words
  Match match;
  std::vector<Correction> corrections;  ///< as Page::corrections
  std::vector<Correction> suggestions;  ///< as Page::suggestions
};

/// Asks the index: first as the question says, with what its words also stand for; where nothing matches,
/// with other spellings of words that no article has; where still nothing does, relaxed. What a request does
/// not want is left out. Throws as match(), and Error{usage} for a Request::after that is not of this
/// question.
[[nodiscard]] Answered answer(const Request& request, const Snapshot& database);

}  // namespace newsline
