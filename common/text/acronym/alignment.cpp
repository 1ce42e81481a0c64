// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/text/acronym/alignment.h"

#include <algorithm>
#include <vector>

namespace newsline {
namespace {

constexpr int kImpossible = -1;

/// How many letters begin words at best, by how many letters are found, for the words up to one.
using Best = std::vector<int>;

/// How many of the letters from `first` on can be found in a word behind its beginning, in order.
std::size_t inner_run(std::u32string_view letters, std::size_t first, std::u32string_view word) {
  std::size_t found = 0;
  for (std::size_t at = 1; at < word.size() && first + found < letters.size(); ++at)
    if (word[at] == letters[first + found]) ++found;
  return found;
}

/// Takes one more word into account.
Best with_word(const Best& before, std::u32string_view letters, const LongWord& word) {
  Best after(before.size(), kImpossible);
  if (word.may_be_passed) after = before;
  for (std::size_t found = 0; found < letters.size(); ++found) {
    if (before[found] == kImpossible || word.letters.empty() || word.letters.front() != letters[found])
      continue;
    const std::size_t inner = inner_run(letters, found + 1, word.letters);
    for (std::size_t more = 0; more <= inner; ++more) {
      int& best = after[found + 1 + more];
      best = std::max(best, before[found] + 1);
    }
  }
  return after;
}

/// The number of letters that begin words if the long form are all of these words; 0 if it cannot be.
int beginnings(std::u32string_view letters, std::span<const LongWord> words) {
  if (words.front().letters.empty() || words.front().letters.front() != letters.front()) return 0;
  Best best(letters.size() + 1, kImpossible);
  best[0] = 0;
  bool first = true;
  for (const LongWord& word : words) {
    const bool must_count = first || &word == &words.back();
    best = with_word(best, letters, must_count ? LongWord{word.letters, false} : word);
    first = false;
  }
  return std::max(best.back(), 0);
}

}  // namespace

std::optional<std::size_t> long_form_start(std::u32string_view letters, std::span<const LongWord> words) {
  std::optional<std::size_t> start;
  std::size_t best = 0;
  for (std::size_t at = 0; at + 1 < words.size(); ++at) {
    const auto count = static_cast<std::size_t>(beginnings(letters, words.subspan(at)));
    // Of `Office of Dams` and `of Dams`, each with two, it is the first.
    const std::size_t worth = 2 * count - (count != 0 && words[at].may_be_passed ? 1 : 0);
    if (count < 2 || 2 * count < letters.size() || worth < best) continue;
    start = at;
    best = worth;
  }
  return start;
}

}  // namespace newsline
