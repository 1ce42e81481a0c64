// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/search/spelling/correct.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include "common/search/answer/terms.h"
#include "common/search/family/expand.h"
#include "common/search/scan/scan.h"
#include "common/search/spelling/doubtful_words.h"
#include "common/search/spelling/near_words.h"

namespace newsline {
namespace {

constexpr std::size_t kMaxCorrected = 8;  ///< words of one question
constexpr std::size_t kCandidates = 8;    ///< for each of them
constexpr std::size_t kKept = 6;          ///< choices that are followed up
constexpr std::size_t kMaxContext = 8;    ///< other words that are looked at

/// What an edit costs, as the logarithm of how many more articles make up for it.
constexpr double kEditCost = 3.0;
constexpr double kFrequencyShare = 0.5;

using Candidates = std::vector<NearWord>;

/// One candidate for each of the first words.
struct Choice {
  std::vector<const NearWord*> words;
  double merit = 0;     ///< of the words by themselves
  double together = 0;  ///< how often they stand together
};

class Chooser {
 public:
  Chooser(const AskedWords& words, const std::vector<Candidates>& candidates, const Snapshot& database)
      : words_(words), candidates_(candidates), database_(database) {
    for (const AskedWord& other : words.others)
      if (context_.size() < kMaxContext && database.has(word_term(other.field, *other.form)))
        context_.push_back(word_term(other.field, *other.form));
  }

  /// Nothing for a word without candidates.
  std::vector<const NearWord*> run() {
    std::vector<Choice> choices(1);
    for (std::size_t i = 0; i < candidates_.size(); ++i) choices = extended(choices, i);
    return choices.front().words;
  }

 private:
  [[nodiscard]] std::vector<Choice> extended(const std::vector<Choice>& choices, std::size_t i) const {
    std::vector<Choice> longer;
    for (const Choice& choice : choices) {
      if (candidates_[i].empty()) longer.push_back(with(choice, nullptr));
      for (const NearWord& word : candidates_[i]) longer.push_back(with(choice, &word));
    }
    std::stable_sort(longer.begin(), longer.end(), [](const Choice& a, const Choice& b) {
      return a.merit + a.together > b.merit + b.together;
    });
    if (longer.size() > kKept) longer.resize(kKept);
    return longer;
  }

  [[nodiscard]] Choice with(Choice choice, const NearWord* word) const {
    choice.words.push_back(word);
    if (word == nullptr) return choice;
    choice.merit +=
        kFrequencyShare * std::log(1.0 + word->articles) - kEditCost * static_cast<double>(word->edits);
    choice.together = std::log(1.0 + articles_with(choice));
    return choice;
  }

  [[nodiscard]] Xapian::doccount articles_with(const Choice& choice) const {
    std::vector<Plan> terms;
    for (const std::string& word : context_) terms.push_back(term(word));
    for (std::size_t i = 0; i < choice.words.size(); ++i)
      if (choice.words[i] != nullptr)
        terms.push_back(term(word_term(words_.doubtful[i].field, choice.words[i]->form)));
    return count_matches(all_of(std::move(terms)), database_);
  }

  const AskedWords& words_;
  const std::vector<Candidates>& candidates_;
  const Snapshot& database_;
  std::vector<std::string> context_;
};

template <typename IsDoubtful, typename IsCandidate>
std::optional<Corrected> with_other_words(const QueryNode& query, const Snapshot& database,
                                          IsDoubtful is_doubtful, IsCandidate is_candidate) {
  Corrected made{query, {}};
  AskedWords words = asked_words(made.query, is_doubtful);
  if (words.doubtful.size() > kMaxCorrected) words.doubtful.resize(kMaxCorrected);
  std::vector<Candidates> candidates;
  for (const AskedWord& word : words.doubtful) {
    candidates.push_back(near_words(word.field, *word.form, Reach::closest, kCandidates, database));
    std::erase_if(candidates.back(), [&](const NearWord& near) { return !is_candidate(word, near); });
  }
  const std::vector<const NearWord*> chosen = Chooser(words, candidates, database).run();
  for (std::size_t i = 0; i < chosen.size(); ++i) {
    if (chosen[i] == nullptr) continue;
    made.changes.push_back({words.doubtful[i].where, *words.doubtful[i].form, chosen[i]->form});
    *words.doubtful[i].form = chosen[i]->form;
  }
  if (made.changes.empty()) return std::nullopt;
  return made;
}

}  // namespace

std::optional<Corrected> corrected(const Request& request, const Snapshot& database) {
  const auto is_missing = [&](WordField field, const std::string& form) {
    return !database.has(word_term(field, form));
  };
  const auto any = [](const AskedWord&, const NearWord&) { return true; };
  FamilyFinder families(database, request.matching);
  const auto has_no_family = [&](WordField field, const std::string& form) {
    return is_missing(field, form) && families.of(form).empty();
  };
  auto made = with_other_words(request.query, database, has_no_family, any);
  return made ? std::move(made) : with_other_words(request.query, database, is_missing, any);
}

std::optional<Corrected> commoner(const Request& request, const Snapshot& database) {
  const auto articles = [&](WordField field, const std::string& form) {
    return database.frequency(word_term(field, form));
  };
  FamilyFinder families(database, request.matching);
  return with_other_words(
      request.query, database,
      [&](WordField field, const std::string& form) {
        return articles(field, form) <= kRareArticles && families.of(form).empty();
      },
      [&](const AskedWord& word, const NearWord& near) {
        const Xapian::doccount own = std::max(articles(word.field, *word.form), Xapian::doccount{1});
        return near.edits == 1 && near.articles >= kMuchMore * own;
      });
}

}  // namespace newsline
