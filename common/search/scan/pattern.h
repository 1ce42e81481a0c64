// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <bitset>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "common/index/document/positions.h"
#include "common/index/glass/posting_list.h"
#include "common/index/glass/snapshot.h"
#include "common/index/glass/value_list.h"
#include "common/search/query/tree.h"

/// How words must stand in a text. For the files of common/search only: this header mentions Xapian.
namespace newsline {

/// The words of a question, each once, and how they must stand.
struct Pattern {
  WordField field = WordField::text;
  std::vector<std::string> words;                  ///< terms, ascending
  std::vector<std::vector<std::uint32_t>> places;  ///< which of the words may stand there, ascending
  std::uint32_t window = 0;                        ///< in any order among so many words; 0: side by side
};

/// Of words in their places: each place has forms, one of which must stand there.
[[nodiscard]] Pattern pattern_of(WordField field, const std::vector<std::vector<std::string>>& places);

/// `side by side` or `among 7 words`.
[[nodiscard]] std::string describe(const Pattern& pattern);

/// Looks at one text after another, in ascending order of their documents. One thread.
class PatternMatcher {
 public:
  /// The pattern must live as long.
  PatternMatcher(const Pattern& pattern, const Snapshot& database);

  /// Whether the words stand so in a document; the word of each place that has one form must be known to be
  /// in it. Throws Xapian::DatabaseCorruptError.
  [[nodiscard]] bool matches(Xapian::docid document);

 private:
  bool find_words(Xapian::docid document);
  bool stand_in_a_run(const Positions& positions);
  void find_occurrences(const Positions& positions);
  [[nodiscard]] bool stand_side_by_side() const;
  bool stand_near();

  const Pattern& pattern_;
  ValueList values_;
  std::vector<PostingList> there_;
  std::vector<std::uint64_t> hashes_;
  std::vector<std::uint32_t> needed_;  ///< how often each word must be in a window
  bool is_plain_ = false;
  // Of one text; here so that their memory is taken once.
  std::vector<bool> is_there_;
  std::vector<std::uint32_t> numbers_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> words_of_numbers_;
  std::bitset<256> may_be_ours_;
  std::vector<PlacedWord> found_;
  std::vector<std::uint32_t> counts_;
};

}  // namespace newsline
