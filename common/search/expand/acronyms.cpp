// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/search/expand/acronyms.h"

#include <algorithm>
#include <utility>

#include "common/index/document/terms.h"
#include "common/index/glass/term_list.h"
#include "common/index/schema.h"
#include "common/text/utf8.h"

namespace newsline {
namespace {

constexpr std::size_t kStemLetters = 4;
constexpr std::size_t kMostSuffixLetters = 3;

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    words.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return words;
}

bool begins_code_point(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }

std::size_t letters(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), begins_code_point));
}

/// The first letters of a word, or the whole of it and the blank behind.
std::string stem_of(const std::string& word) {
  std::size_t seen = 0;
  for (std::size_t at = 0; at < word.size(); ++at)
    if (begins_code_point(word[at]) && seen++ == kStemLetters) return word.substr(0, at);
  return word + (seen < kStemLetters ? " " : "");
}

void by_evidence(std::vector<Meaning>& meanings) {
  std::stable_sort(meanings.begin(), meanings.end(), [](const Meaning& a, const Meaning& b) {
    if (a.long_form.size() != b.long_form.size()) return a.long_form.size() > b.long_form.size();
    return a.articles > b.articles;
  });
}

bool begins_with(std::span<const std::string> words, const std::vector<std::string>& long_form) {
  return std::equal(long_form.begin(), long_form.end(), words.begin(),
                    words.begin() + static_cast<std::ptrdiff_t>(std::min(words.size(), long_form.size())),
                    [](const std::string& a, const std::string& b) { return may_be_inflected(a, b); });
}

}  // namespace

bool may_be_inflected(std::string_view a, std::string_view b) {
  if (a == b) return true;
  const std::size_t bytes =
      static_cast<std::size_t>(std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first - a.begin());
  const std::size_t common = utf8_floor(a, bytes);
  const std::size_t shared = letters(a.substr(0, common));
  const std::size_t more_a = letters(a.substr(common));
  const std::size_t more_b = letters(b.substr(common));
  return shared >= kStemLetters && 5 * shared >= 3 * (shared + std::max(more_a, more_b)) &&
         std::max(more_a, more_b) <= kMostSuffixLetters;
}

std::vector<Meaning> meanings_of(std::string_view acronym, const Snapshot& database) {
  const std::string start = make_term(schema::prefix::kAcronym, std::string(acronym) + ' ');
  std::vector<Meaning> meanings;
  for (TermList terms(start, database); !terms.is_at_end(); terms.next())
    meanings.push_back(
        {std::string(acronym), words_of(terms.term().substr(start.size())), terms.frequency()});
  std::stable_sort(meanings.begin(), meanings.end(),
                   [](const Meaning& a, const Meaning& b) { return a.articles > b.articles; });
  return meanings;
}

std::vector<Meaning> long_forms_at(std::span<const std::string> words, const Snapshot& database) {
  std::vector<Meaning> found;
  if (words.size() < 2) return found;
  const std::string start = make_term(schema::prefix::kLongForm, stem_of(words.front()));
  for (TermList terms(start, database); !terms.is_at_end(); terms.next()) {
    std::vector<std::string> forms = words_of(form_of_term(schema::prefix::kLongForm, terms.term()));
    if (forms.size() < 3 || !may_be_inflected(forms.front(), words.front())) continue;
    std::string acronym = std::move(forms.back());
    forms.pop_back();
    if (begins_with(words, forms)) found.push_back({std::move(acronym), std::move(forms), terms.frequency()});
  }
  by_evidence(found);
  return found;
}

}  // namespace newsline
