// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <set>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "common/index/family/keys.h"
#include "common/index/glass/snapshot.h"
#include "common/search/family/family.h"
#include "common/search/query/tree.h"
#include "common/text/name/name_keys.h"

/// For the files of common/search only: this header mentions Xapian.
namespace newsline {

/// Forms of a family at most; beyond it the rarest are left out.
inline constexpr std::size_t kMaxFamily = 64;

/// Recorded forms that are looked at, and compared, for one word and for one question, so that no vocabulary
/// makes it last; beyond that words stand for what was found until then. What words of a question share is
/// looked at once.
inline constexpr std::size_t kMaxFormsOfWord = 20'000;
inline constexpr std::size_t kMaxFormsOfQuestion = 200'000;

/// Finds families in the vocabulary of one state of an index, for one question. Cost: some dozens of lookups
/// in the table of synonyms a word, about 0.1 ms.
class FamilyFinder {
 public:
  FamilyFinder(const Snapshot& database, Matching matching);

  /// Empty for words that can have none (can_have_family()).
  [[nodiscard]] Family of(const std::string& form);

 private:
  using Forms = std::set<std::string>;

  [[nodiscard]] bool occurs(const std::string& form) const;
  [[nodiscard]] std::vector<std::string> listed(const std::string& key);
  void add_listed(const std::string& key, Forms& forms);
  void add_accents(const std::string& form, Forms& forms);
  void add_inflections(const std::string& form, Forms& forms);
  void add_near(const std::string& form, Forms& forms);
  [[nodiscard]] const std::vector<std::string>& names_under(const std::string& key);
  [[nodiscard]] const NamePattern& pattern_of(const std::string& name);
  [[nodiscard]] Forms names_like(const std::string& form);
  [[nodiscard]] bool resembles_one(const std::vector<const NamePattern*>& names, const std::string& name);
  void add_names(const std::string& form, const Forms& near, Forms& across);
  [[nodiscard]] Forms bounded(Forms forms) const;
  [[nodiscard]] std::vector<std::string> most_frequent(const Forms& forms, std::size_t limit) const;

  const Snapshot& database_;
  Matching matching_;
  std::vector<std::string> languages_;
  Stemmer stemmer_;
  std::size_t left_of_question_ = kMaxFormsOfQuestion;
  std::size_t left_ = 0;  ///< of the word
  /// What was recorded under keys of names that were met, and what was worked out of some of it: words that
  /// sound alike share them.
  std::unordered_map<std::string, std::vector<std::string>> by_key_;
  std::unordered_map<std::string, NamePattern> patterns_;
  std::size_t names_ = 0;  ///< of by_key_
};

/// The families of all words of a question that are not meant exactly: not those of phrases in quotes, of
/// `=word`, of NEAR.
[[nodiscard]] Families families_of(const QueryNode& query, const Snapshot& database, Matching matching);

}  // namespace newsline
