// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/search/answer/phrase.h"

#include <fmt/format.h>

#include <algorithm>
#include <bitset>
#include <optional>
#include <utility>

#include "common/index/document/positions.h"
#include "common/index/schema.h"
#include "common/search/answer/terms.h"

namespace newsline {
namespace {

using Places = std::vector<std::vector<std::string>>;

/// The words of a question, each once, and how they must stand.
struct Pattern {
  WordField field = WordField::text;
  std::vector<std::string> words;                  ///< terms, ascending
  std::vector<std::vector<std::uint32_t>> places;  ///< which of the words may stand there, ascending
  std::uint32_t window = 0;                        ///< in any order among so many words; 0: side by side
};

Pattern pattern_of(WordField field, const Places& places) {
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

/// Which of the words a document has, for documents in ascending order.
class WordsThere {
 public:
  WordsThere(const std::vector<std::string>& terms, const Xapian::Database& database) {
    for (const std::string& term : terms)
      words_.push_back({database.postlist_begin(term), database.postlist_end(term)});
  }

  bool has(std::size_t word, Xapian::docid document) {
    auto& [at, end] = words_[word];
    if (at == end) return false;
    at.skip_to(document);
    return at != end && *at == document;
  }

 private:
  std::vector<std::pair<Xapian::PostingIterator, Xapian::PostingIterator>> words_;
};

/// Looks at one text after another, in ascending order of their documents.
class Matcher {
 public:
  Matcher(const Pattern& pattern, const Xapian::Database& database)
      : pattern_(pattern), there_(pattern.words, database), needed_(pattern.words.size(), 0) {
    for (const std::string& word : pattern_.words) hashes_.push_back(position_hash(word));
    for (const auto& place : pattern_.places) ++needed_[place.front()];
    const auto has_one_form = [](const auto& place) { return place.size() == 1; };
    is_plain_ = pattern_.window == 0 && std::ranges::all_of(pattern_.places, has_one_form);
  }

  /// Whether the words of a document stand so. Throws Xapian::DatabaseCorruptError.
  bool matches(Xapian::docid document, const std::string& value) {
    const auto positions = Positions::read(value);
    if (!positions) throw_corrupt();
    if (is_plain_) return stand_in_a_run(*positions);
    if (!find_words(document)) return false;
    find_occurrences(*positions);
    return pattern_.window == 0 ? stand_side_by_side() : stand_near();
  }

 private:
  [[noreturn]] static void throw_corrupt() {
    throw Xapian::DatabaseCorruptError("the positions of an article's words cannot be read");
  }

  /// Learns which words are there, as one that is not would be taken for another; false if a place stays
  /// empty. That the only word of a place is there is asked beside this.
  bool find_words(Xapian::docid document) {
    is_there_.assign(pattern_.words.size(), false);
    return std::ranges::all_of(pattern_.places, [&](const auto& place) {
      if (place.size() == 1) {
        is_there_[place.front()] = true;
        return true;
      }
      bool is_filled = false;
      for (const std::uint32_t word : place) {
        is_there_[word] = there_.has(word, document);
        is_filled = is_filled || is_there_[word];
      }
      return is_filled;
    });
  }

  bool stand_in_a_run(const Positions& positions) {
    numbers_.clear();
    for (const auto& place : pattern_.places) numbers_.push_back(positions.number_of(hashes_[place.front()]));
    const auto have = positions.have_run(numbers_, pattern_.field == WordField::title);
    if (!have) throw_corrupt();
    return *have;
  }

  void find_occurrences(const Positions& positions) {
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

  [[nodiscard]] bool stand_side_by_side() const {
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
  bool stand_near() {
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

  const Pattern& pattern_;
  WordsThere there_;
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

/// Lets through the documents in which words stand so, without weight. In an AND with the words themselves it
/// is asked last, because it says that all documents may match.
class StandTogether final : public Xapian::PostingSource {
 public:
  explicit StandTogether(Pattern pattern) : pattern_(std::move(pattern)) {}

  [[nodiscard]] PostingSource* clone() const override { return new StandTogether(pattern_); }

  void init(const Xapian::Database& database) override {
    all_ = database.get_doccount();
    value_ = database.valuestream_begin(schema::slot::kPositions);
    end_ = database.valuestream_end(schema::slot::kPositions);
    matcher_.emplace(pattern_, database);
    has_begun_ = false;
    set_maxweight(0);
  }

  [[nodiscard]] Xapian::doccount get_termfreq_min() const override { return 0; }
  [[nodiscard]] Xapian::doccount get_termfreq_est() const override { return all_; }
  [[nodiscard]] Xapian::doccount get_termfreq_max() const override { return all_; }

  void next(double) override {
    if (has_begun_) ++value_;
    has_begun_ = true;
    find_match();
  }

  void skip_to(Xapian::docid document, double) override {
    has_begun_ = true;
    if (at_end()) return;
    value_.skip_to(document);
    find_match();
  }

  bool check(Xapian::docid document, double) override {
    has_begun_ = true;
    if (at_end()) return true;
    value_.skip_to(document);
    return at_end() || (value_.get_docid() == document && matcher_->matches(document, *value_));
  }

  [[nodiscard]] bool at_end() const override { return value_ == end_; }

  [[nodiscard]] Xapian::docid get_docid() const override { return value_.get_docid(); }

  [[nodiscard]] std::string get_description() const override {
    return pattern_.window == 0 ? "side by side" : fmt::format("among {} words", pattern_.window);
  }

 private:
  void find_match() {
    while (!at_end() && !matcher_->matches(value_.get_docid(), *value_)) ++value_;
  }

  Pattern pattern_;
  std::optional<Matcher> matcher_;
  Xapian::doccount all_ = 0;
  Xapian::ValueIterator value_;
  Xapian::ValueIterator end_;
  bool has_begun_ = false;
};

Xapian::Query together(const std::vector<Xapian::Query>& words, Pattern pattern) {
  const Xapian::Query all(Xapian::Query::OP_AND, words.begin(), words.end());
  if (words.size() == 1) return all;
  return {Xapian::Query::OP_FILTER, all, Xapian::Query((new StandTogether(std::move(pattern)))->release())};
}

Xapian::Query any_of(WordField field, const std::vector<std::string>& forms) {
  std::vector<Xapian::Query> terms;
  for (const std::string& form : forms) terms.emplace_back(word_term(field, form));
  return terms.size() == 1 ? terms.front() : Xapian::Query(Xapian::Query::OP_OR, terms.begin(), terms.end());
}

}  // namespace

Xapian::Query phrase_query(WordField field, const Places& places) {
  std::vector<Xapian::Query> words;
  for (const auto& forms : places) words.push_back(any_of(field, forms));
  return together(words, pattern_of(field, places));
}

Xapian::Query near_query(WordField field, const std::vector<std::string>& forms, std::uint32_t window) {
  Places places;
  for (const std::string& form : forms) places.push_back({form});
  std::vector<Xapian::Query> words;
  for (const auto& place : places) words.push_back(any_of(field, place));
  Pattern pattern = pattern_of(field, places);
  pattern.window = window;
  return together(words, std::move(pattern));
}

}  // namespace newsline
