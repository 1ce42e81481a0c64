// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/search/suggest/title_phrases.h"

#include <algorithm>
#include <map>
#include <span>
#include <string_view>
#include <utility>

#include "common/index/document/stored_article.h"
#include "common/index/schema.h"
#include "common/search/answer/embargo.h"
#include "common/search/answer/phrase.h"
#include "common/search/answer/terms.h"
#include "common/search/scan/sorted.h"
#include "common/text/code_points.h"

namespace newsline {
namespace {

constexpr std::size_t kMostWords = 4;
constexpr std::size_t kTitles = 24;        ///< that are read
constexpr std::size_t kContinuations = 3;  ///< of the last word that are looked for
constexpr std::size_t kLeastLetters = 3;

using Forms = std::vector<std::string>;

/// Where a phrase stands and how often.
struct Phrase {
  std::string written;  ///< in the first title that has it
  std::size_t titles = 0;
};

Plan side_by_side(const Forms& forms) {
  std::vector<Forms> places;
  for (const std::string& form : forms) places.push_back({form});
  return phrase_plan(WordField::title, places);
}

Sorted newest_with(Plan plan, std::size_t limit, const Snapshot& database) {
  Section section;
  section.limit = limit;
  return sorted_matches(without_hidden(std::move(plan), database, std::nullopt), section, database);
}

bool begins_here(std::span<const Token> tokens, std::size_t at, const Forms& words) {
  if (at + words.size() > tokens.size()) return false;
  for (std::size_t i = 0; i + 1 < words.size(); ++i)
    if (tokens[at + i].form != words[i]) return false;
  return tokens[at + words.size() - 1].form.starts_with(words.back());
}

/// A blank, or a sign that joins words.
bool joins(std::string_view gap) { return gap == " " || gap == "-" || gap == "'" || gap == "’"; }

/// Adds the phrases of a title that begin with the words, from the shortest to the longest.
void add_phrases(std::map<Forms, Phrase>& phrases, const std::string& title, std::span<const Token> tokens,
                 const Forms& words) {
  const std::size_t least = std::max<std::size_t>(words.size(), 2);
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    if (!begins_here(tokens, at, words)) continue;
    Forms forms;
    const std::size_t most = std::max(kMostWords, least);
    for (std::size_t i = at; i < tokens.size() && forms.size() < most; ++i) {
      const std::size_t before = i == at ? 0 : tokens[i - 1].span.end;
      if (i != at && !joins(std::string_view(title).substr(before, tokens[i].span.begin - before))) break;
      forms.emplace_back(tokens[i].form);
      if (forms.size() < least) continue;
      Phrase& phrase = phrases[forms];
      const std::size_t begin = tokens[at].span.begin;
      if (phrase.titles++ == 0) phrase.written = title.substr(begin, tokens[i].span.end - begin);
    }
  }
}

/// Without those that a longer one of as many titles begins with, most titles first.
std::vector<std::pair<Forms, Phrase>> best_of(const std::map<Forms, Phrase>& phrases) {
  std::vector<std::pair<Forms, Phrase>> best;
  for (auto phrase = phrases.begin(); phrase != phrases.end(); ++phrase) {
    const Forms& forms = phrase->first;
    bool goes_on = false;
    for (auto next = std::next(phrase); next != phrases.end() && !goes_on; ++next) {
      if (next->first.size() < forms.size() || !std::equal(forms.begin(), forms.end(), next->first.begin()))
        break;
      goes_on = next->second.titles == phrase->second.titles;
    }
    if (!goes_on) best.emplace_back(*phrase);
  }
  std::stable_sort(best.begin(), best.end(), [](const auto& a, const auto& b) {
    return a.second.titles != b.second.titles ? a.second.titles > b.second.titles
                                              : a.first.size() < b.first.size();
  });
  return best;
}

Plan titles_with(const Forms& words, const NewestArticles& newest, const Snapshot& database) {
  const std::string start = word_term(WordField::title, words.back());
  const auto all = [](std::string_view) { return true; };
  std::vector<Plan> plans;
  for (const Candidate& last : best_terms(start, all, kContinuations, newest, database)) {
    Forms forms(words.begin(), words.end() - 1);
    forms.emplace_back(word_of_term(WordField::title, last.term));
    plans.push_back(side_by_side(forms));
  }
  return any_of(std::move(plans));
}

}  // namespace

std::vector<Suggestion> title_phrases(const std::vector<std::string>& words, std::size_t limit,
                                      const NewestArticles& newest, const Snapshot& database,
                                      Tokenizer& tokenizer) {
  if (words.empty() || (words.size() == 1 && code_points(words.front()).size() < kLeastLetters)) return {};
  const Sorted titles = newest_with(titles_with(words, newest, database), kTitles, database);
  std::map<Forms, Phrase> phrases;
  for (const Ranked& hit : titles.page) {
    const std::string title = stored_article(hit.document, database).title;
    add_phrases(phrases, title, tokenizer.tokens(title), words);
  }
  std::vector<Suggestion> made;
  for (const auto& [forms, phrase] : best_of(phrases)) {
    if (made.size() == limit) break;
    if (phrase.written.find('"') != std::string::npos) continue;
    const auto articles = newest_with(side_by_side(forms), 0, database).total;
    made.push_back({SuggestionKind::title, "title:\"" + phrase.written + '"', phrase.written, articles,
                    merit(articles, static_cast<double>(phrase.titles))});
  }
  return made;
}

}  // namespace newsline
