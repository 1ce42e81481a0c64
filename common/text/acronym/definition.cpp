// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/text/acronym/definition.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cstdint>
#include <optional>

#include "common/text/acronym/alignment.h"
#include "common/text/base_letters.h"

namespace newsline {
namespace {

using Tokens = std::span<const Token>;

constexpr std::size_t kLeastLetters = 2;
constexpr std::size_t kMostLetters = 10;
constexpr std::size_t kMostWordsBefore = 2;  ///< in the brackets, before the acronym
constexpr std::size_t kMostPassedLetters = 4;
constexpr std::size_t kMostPassedCapitalLetters = 3;
constexpr std::size_t kLongestBrackets = 400;  ///< bytes; longer ones are read up to there

/// Calls `each(point, at)` for every code point of a part of a text.
template <typename Each>
void for_each_point(std::string_view text, Each each) {
  const auto length = static_cast<std::int32_t>(text.size());
  for (std::int32_t at = 0; at < length;) {
    const auto begin = static_cast<std::size_t>(at);
    UChar32 point = 0;
    U8_NEXT_OR_FFFD(reinterpret_cast<const std::uint8_t*>(text.data()), at, length, point);
    each(point, begin);
  }
}

std::string_view written(std::string_view text, const Token& token) {
  return text.substr(token.span.begin, token.span.size());
}

bool begins_with_capital(std::string_view word) {
  bool capital = false;
  for_each_point(word, [&](UChar32 point, std::size_t at) {
    if (at == 0) capital = u_isupper(point) != 0;
  });
  return capital;
}

bool is_acronym(std::string_view word) {
  std::size_t letters = 0;
  std::size_t capitals = 0;
  bool only_letters = true;
  for_each_point(word, [&](UChar32 point, std::size_t /*at*/) {
    if (point == '.') return;
    only_letters = only_letters && u_isalpha(point) != 0;
    ++letters;
    if (u_isupper(point) != 0) ++capitals;
  });
  return only_letters && letters >= kLeastLetters && letters <= kMostLetters && capitals >= 2 &&
         2 * capitals >= letters && begins_with_capital(word);
}

/// What may stand between the words of a long form, or between it and the bracket: blanks, quotes,
/// apostrophes, dashes, commas, and a single line end.
bool joins(std::string_view gap) {
  bool joined = true;
  for_each_point(gap, [&](UChar32 point, std::size_t /*at*/) {
    const auto type = u_charType(point);
    const bool quote = type == U_INITIAL_PUNCTUATION || type == U_FINAL_PUNCTUATION || point == '"' ||
                       point == '\'' || point == 0x201E || point == 0x201C;
    const bool fine = u_isUWhiteSpace(point) != 0 || type == U_DASH_PUNCTUATION || quote || point == ',' ||
                      point == '&' || point == 0x2D;
    joined = joined && fine;
  });
  return joined && std::count(gap.begin(), gap.end(), '\n') < 2;
}

std::string_view gap_before(std::string_view text, Tokens tokens, std::size_t at) {
  const std::size_t begin = tokens[at - 1].span.end;
  return text.substr(begin, tokens[at].span.begin - begin);
}

bool is_apostrophe_gap(std::string_view gap) { return gap == "'" || gap == "’" || gap == "ʼ"; }

LongWord long_word(std::string_view text, const Token& token) {
  LongWord word{base_letters(token.form), false};
  const bool capital = begins_with_capital(written(text, token));
  word.may_be_passed = word.letters.size() <= (capital ? kMostPassedCapitalLetters : kMostPassedLetters);
  return word;
}

std::vector<LongWord> long_words(std::string_view text, Tokens tokens) {
  std::vector<LongWord> words;
  for (const Token& token : tokens) words.push_back(long_word(text, token));
  return words;
}

/// The brackets of a text, one after the other, with the words around them.
class Scan {
 public:
  Scan(std::string_view text, Tokens tokens) : text_(text), tokens_(tokens) {}

  std::vector<Definition> run() {
    for (std::size_t at = text_.find('('); at != std::string_view::npos; at = text_.find('(', at + 1))
      read_brackets(at);
    return std::move(found_);
  }

 private:
  [[nodiscard]] std::size_t first_token_from(std::size_t offset) const {
    const auto place =
        std::lower_bound(tokens_.begin(), tokens_.end(), offset,
                         [](const Token& token, std::size_t limit) { return token.span.begin < limit; });
    return static_cast<std::size_t>(place - tokens_.begin());
  }

  void read_brackets(std::size_t open) {
    const std::string_view inner = text_.substr(open + 1, kLongestBrackets);
    const std::size_t end = inner.find_first_of(",;)");
    if (end == std::string_view::npos) return;
    const std::size_t first = first_token_from(open);
    const std::size_t last = first_token_from(open + 1 + end);
    if (first == 0 || first == last) return;
    const std::string_view before =
        text_.substr(tokens_[first - 1].span.end, open - tokens_[first - 1].span.end);
    if (!joins(before)) return;
    if (last - first <= kMostWordsBefore + 1) long_form_before(first, tokens_[last - 1]);
    if (is_acronym(written(text_, tokens_[first - 1]))) long_form_within(tokens_[first - 1], first, last);
  }

  void add(const Token& acronym, Tokens long_form) {
    if (long_form.size() < 2) return;
    for (const Token& word : long_form)
      if (word.form == acronym.form) return;
    found_.push_back({acronym, long_form});
  }

  /// `Long Form (LF)`; the bracket stands before the word `end`.
  void long_form_before(std::size_t end, const Token& acronym) {
    if (!is_acronym(written(text_, acronym))) return;
    const std::u32string letters = base_letters(acronym.form);
    if (end > 1 && is_apostrophe_gap(gap_before(text_, tokens_, end - 1))) --end;  // a suffix of its own
    const std::size_t most = std::min(letters.size() + 5, 2 * letters.size());
    std::size_t begin = end - 1;
    while (begin > 0 && end - begin < most && joins(gap_before(text_, tokens_, begin))) --begin;
    const Tokens candidates = tokens_.subspan(begin, end - begin);
    if (const auto start = long_form_start(letters, long_words(text_, candidates)))
      add(acronym, candidates.subspan(*start));
  }

  /// `LF (Long Form)`, or with an article before it.
  void long_form_within(const Token& acronym, std::size_t first, std::size_t last) {
    const std::u32string letters = base_letters(acronym.form);
    const std::size_t most = std::min(letters.size() + 5, 2 * letters.size());
    if (last - first > most) return;
    for (std::size_t at = first + 1; at < last; ++at)
      if (!joins(gap_before(text_, tokens_, at))) return;
    const Tokens candidates = tokens_.subspan(first, last - first);
    const auto start = long_form_start(letters, long_words(text_, candidates));
    if (start && *start <= 1) add(acronym, candidates.subspan(*start));
  }

  std::string_view text_;
  Tokens tokens_;
  std::vector<Definition> found_;
};

}  // namespace

std::vector<Definition> definitions_in(std::string_view text, std::span<const Token> tokens) {
  return Scan(text, tokens).run();
}

}  // namespace newsline
