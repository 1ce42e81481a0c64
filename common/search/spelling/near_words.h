// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "common/index/glass/snapshot.h"
#include "common/search/query/tree.h"

/// For the files of common/search only: this header mentions Xapian.
namespace newsline {

/// A word of the index that is spelled about as another.
struct NearWord {
  std::string form;
  std::size_t edits = 0;
  Xapian::doccount articles = 0;  ///< that have it
};

/// How far near_words() looks.
enum class Reach {
  closest,  ///< two edits only where no word is one edit away
  all
};

/// The words of the index within most_edits() of a form (edit_rows.h), itself left out: fewest edits first,
/// then most articles, then in byte order; `limit` at most. Two edits away count only those with the same
/// first letter, which people seldom get wrong (Pollock and Zamora 1984: 3.3 % of misspellings). None for a
/// form with an ASCII digit.
///
/// The index's own sorted list of words is walked as a tree, and what begins hopelessly is leapt over: there
/// is no second vocabulary that could disagree, and every script costs alike.
[[nodiscard]] std::vector<NearWord> near_words(WordField field, std::string_view form, Reach reach,
                                               std::size_t limit, const Snapshot& database);

}  // namespace newsline
