// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/search/family/word_query.h"

#include <string>
#include <utility>
#include <vector>

#include "common/search/answer/phrase.h"
#include "common/search/answer/terms.h"

namespace newsline {
namespace {

/// What forms of the word's own script, and what the form itself, weigh on top of the family: best over all
/// judged collections (RELEVANCE.md); more helps questions in English and hurts German and Russian ones.
constexpr double kNearExtra = 0.2;
constexpr double kExactExtra = 0.2;

const Family* family_of(const std::string& form, const Families& families) {
  const auto place = families.find(form);
  return place == families.end() ? nullptr : &place->second;
}

std::vector<std::string> all_of(const std::string& form, const Family& family) {
  std::vector<std::string> forms = all_forms(family);
  forms.push_back(form);
  return forms;
}

std::vector<std::string> terms_of(WordField field, const std::vector<std::string>& forms) {
  std::vector<std::string> terms;
  for (const std::string& form : forms) terms.push_back(word_term(field, form));
  return terms;
}

Plan one_word(WordField field, const std::string& form, const Family& family) {
  std::vector<std::string> terms = terms_of(field, family.near);
  terms.push_back(word_term(field, form));
  std::vector<Plan> extras{scaled(term(terms.back()), kExactExtra)};
  if (!family.across.empty() && terms.size() > 1) extras.push_back(scaled(synonym(terms), kNearExtra));
  const std::vector<std::string> across = terms_of(field, family.across);
  terms.insert(terms.end(), across.begin(), across.end());
  return favoured(synonym(std::move(terms)), std::move(extras));
}

Plan phrase_of(const Words& words, const Families& families) {
  std::vector<std::vector<std::string>> places;
  for (const std::string& form : words.forms) {
    const Family* const family = words.quoted ? nullptr : family_of(form, families);
    places.push_back(family == nullptr ? std::vector{form} : all_of(form, *family));
  }
  return phrase_plan(words.field, places);
}

Plan several_words(const Words& words, const Families& families) {
  Plan phrase = phrase_of(words, families);
  if (words.quoted) return phrase;
  std::vector<std::string> single;
  const std::string joined = joined_form(words);
  if (const Family* const family = family_of(joined, families)) single = all_of(joined, *family);
  const std::string* const name = only_name(words);
  const Family* const family = name == nullptr ? nullptr : family_of(*name, families);
  if (family != nullptr) single.insert(single.end(), family->across.begin(), family->across.end());
  if (single.empty()) return phrase;
  return any_of({std::move(phrase), synonym(terms_of(words.field, single))});
}

}  // namespace

Plan words_plan(const Words& words, const Families& families) {
  if (words.forms.size() > 1) return scaled(several_words(words, families), words.weight());
  const std::string& form = words.forms.front();
  const Family* const family = words.quoted ? nullptr : family_of(form, families);
  if (family == nullptr) return scaled(term(word_term(words.field, form)), words.weight());
  return scaled(one_word(words.field, form, *family), words.weight());
}

}  // namespace newsline
