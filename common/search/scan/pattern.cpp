// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/search/scan/pattern.h"

#include <fmt/format.h>

#include <algorithm>

#include "common/index/schema.h"
#include "common/search/answer/terms.h"

namespace newsline {
namespace {

[[noreturn]] void throw_corrupt() {
  throw Xapian::DatabaseCorruptError("the positions of an article's words cannot be read");
}

}  // namespace

Pattern pattern_of(WordField field, const std::vector<std::vector<std::string>>& places) {
  Pattern pattern;
  pattern.field = field;
  const auto term_of = [](const std::string& form) { return word_term(WordField::text, form); };
  for (const auto& forms : places)
    for (const std::string& form : forms) pattern.words.push_back(term_of(form));
  std::ranges::sort(pattern.words);
  pattern.words.erase(std::unique(pattern.words.begin(), pattern.words.end()), pattern.words.end());
  for (const auto& forms : places) {
    std::vector<std::uint32_t>& place = pattern.places.emplace_back();
    for (const std::string& form : forms) {
      const auto word = std::ranges::lower_bound(pattern.words, term_of(form));
      place.push_back(static_cast<std::uint32_t>(word - pattern.words.begin()));
    }
    std::ranges::sort(place);
  }
  return pattern;
}

std::string describe(const Pattern& pattern) {
  return pattern.window == 0 ? "side by side" : fmt::format("among {} words", pattern.window);
}

PatternMatcher::PatternMatcher(const Pattern& pattern, const Snapshot& database)
    : pattern_(pattern), values_(schema::slot::kPositions, database), needed_(pattern.words.size(), 0) {
  for (const std::string& word : pattern_.words) hashes_.push_back(position_hash(word));
  for (const auto& place : pattern_.places) ++needed_[place.front()];
  const auto has_one_form = [](const auto& place) { return place.size() == 1; };
  const bool all_have_one = std::ranges::all_of(pattern_.places, has_one_form);
  is_plain_ = pattern_.window == 0 && all_have_one;
  if (all_have_one) return;
  for (const std::string& word : pattern_.words) there_.emplace_back(word, database);
}

bool PatternMatcher::matches(Xapian::docid document) {
  const std::string_view value = values_.of(document);
  if (value.empty()) return false;
  const auto positions = Positions::read(value);
  if (!positions) throw_corrupt();
  if (is_plain_) return stand_in_a_run(*positions);
  if (!find_words(document)) return false;
  find_occurrences(*positions);
  return pattern_.window == 0 ? stand_side_by_side() : stand_near();
}

/// Learns which words are there, as one that is not would be taken for another; false if a place stays empty.
bool PatternMatcher::find_words(Xapian::docid document) {
  is_there_.assign(pattern_.words.size(), false);
  return std::ranges::all_of(pattern_.places, [&](const auto& place) {
    if (place.size() == 1) {
      is_there_[place.front()] = true;
      return true;
    }
    bool is_filled = false;
    for (const std::uint32_t word : place) {
      is_there_[word] = there_[word].seek(document) == document;
      is_filled = is_filled || is_there_[word];
    }
    return is_filled;
  });
}

bool PatternMatcher::stand_in_a_run(const Positions& positions) {
  numbers_.clear();
  for (const auto& place : pattern_.places) numbers_.push_back(positions.number_of(hashes_[place.front()]));
  const auto have = positions.have_run(numbers_, pattern_.field == WordField::title);
  if (!have) throw_corrupt();
  return *have;
}

void PatternMatcher::find_occurrences(const Positions& positions) {
  words_of_numbers_.clear();
  may_be_ours_.reset();
  for (std::uint32_t word = 0; word < pattern_.words.size(); ++word) {
    if (!is_there_[word]) continue;
    const std::uint32_t number = positions.number_of(hashes_[word]);
    words_of_numbers_.emplace_back(number, word);
    may_be_ours_.set(number % may_be_ours_.size());
  }
  found_.clear();
  const std::uint32_t last = pattern_.field == WordField::title ? positions.title_words() : UINT32_MAX;
  const bool is_sound = positions.for_each([&](std::uint32_t number, std::uint32_t position) {
    if (position > last) return false;
    if (!may_be_ours_.test(number % may_be_ours_.size())) return true;
    const auto word =
        std::ranges::find(words_of_numbers_, number, &std::pair<std::uint32_t, std::uint32_t>::first);
    if (word != words_of_numbers_.end()) found_.push_back({word->second, position});
    return true;
  });
  if (!is_sound) throw_corrupt();
}

bool PatternMatcher::stand_side_by_side() const {
  const std::size_t count = pattern_.places.size();
  for (std::size_t first = 0; first + count <= found_.size(); ++first) {
    std::size_t at = 0;
    while (at < count && found_[first + at].position == found_[first].position + at &&
           std::ranges::binary_search(pattern_.places[at], found_[first + at].word))
      ++at;
    if (at == count) return true;
  }
  return false;
}

/// Moves a window over the words, counting how often each is in it.
bool PatternMatcher::stand_near() {
  counts_.assign(needed_.size(), 0);
  std::size_t missing = pattern_.places.size();
  std::size_t first = 0;
  for (const PlacedWord& next : found_) {
    for (; next.position - found_[first].position >= pattern_.window; ++first) {
      const std::uint32_t word = found_[first].word;
      if (counts_[word]-- <= needed_[word]) ++missing;
    }
    if (counts_[next.word]++ < needed_[next.word] && --missing == 0) return true;
  }
  return false;
}

}  // namespace newsline
