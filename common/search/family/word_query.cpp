// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/search/family/word_query.h"

#include <string>
#include <vector>

#include "common/search/answer/phrase.h"
#include "common/search/answer/terms.h"

namespace newsline {
namespace {

using Queries = std::vector<Xapian::Query>;

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

Queries terms_of(WordField field, const std::vector<std::string>& forms) {
  Queries terms;
  for (const std::string& form : forms) terms.emplace_back(word_term(field, form));
  return terms;
}

Xapian::Query scaled(const Xapian::Query& query, double factor) {
  return factor == 1 ? query : Xapian::Query(Xapian::Query::OP_SCALE_WEIGHT, query, factor);
}

Xapian::Query synonym(const Queries& terms) {
  return terms.size() == 1 ? terms.front()
                           : Xapian::Query(Xapian::Query::OP_SYNONYM, terms.begin(), terms.end());
}

Xapian::Query one_word(WordField field, const std::string& form, const Family& family) {
  Queries terms = terms_of(field, family.near);
  terms.emplace_back(word_term(field, form));
  Queries extras{scaled(terms.back(), kExactExtra)};
  if (!family.across.empty() && terms.size() > 1) extras.push_back(scaled(synonym(terms), kNearExtra));
  const Queries across = terms_of(field, family.across);
  terms.insert(terms.end(), across.begin(), across.end());
  return Xapian::Query(Xapian::Query::OP_AND_MAYBE, synonym(terms),
                       Xapian::Query(Xapian::Query::OP_OR, extras.begin(), extras.end()));
}

Xapian::Query phrase_of(const Words& words, const Families& families) {
  std::vector<std::vector<std::string>> places;
  for (const std::string& form : words.forms) {
    const Family* const family = words.quoted ? nullptr : family_of(form, families);
    places.push_back(family == nullptr ? std::vector{form} : all_of(form, *family));
  }
  return phrase_query(words.field, places);
}

Xapian::Query several_words(const Words& words, const Families& families) {
  const Xapian::Query phrase = phrase_of(words, families);
  if (words.quoted) return phrase;
  std::vector<std::string> single;
  const std::string joined = joined_form(words);
  if (const Family* const family = family_of(joined, families)) single = all_of(joined, *family);
  const std::string* const name = only_name(words);
  const Family* const family = name == nullptr ? nullptr : family_of(*name, families);
  if (family != nullptr) single.insert(single.end(), family->across.begin(), family->across.end());
  if (single.empty()) return phrase;
  return {Xapian::Query::OP_OR, phrase, synonym(terms_of(words.field, single))};
}

}  // namespace

Xapian::Query words_query(const Words& words, const Families& families) {
  if (words.forms.size() > 1) return scaled(several_words(words, families), words.weight());
  const std::string& form = words.forms.front();
  const Family* const family = words.quoted ? nullptr : family_of(form, families);
  if (family == nullptr) return scaled(Xapian::Query(word_term(words.field, form)), words.weight());
  return scaled(one_word(words.field, form, *family), words.weight());
}

}  // namespace newsline
