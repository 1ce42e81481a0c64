// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/search/family/expand.h"

#include <algorithm>
#include <utility>
#include <variant>

#include "common/index/schema.h"
#include "common/search/answer/terms.h"
#include "common/text/bare_forms.h"
#include "common/text/name/name_evidence.h"
#include "common/text/name/name_keys.h"
#include "common/text/name/readings.h"
#include "common/text/name/sound_filter.h"

namespace newsline {
namespace {

/// From a name to its spellings in other scripts, and from these to others: spellings that differ too much
/// from one another in one script meet by way of a third.
constexpr int kNameSteps = 2;

}  // namespace

FamilyFinder::FamilyFinder(const Snapshot& database, Matching matching)
    : database_(database), matching_(matching) {
  languages_ = database.synonyms(schema::family::kLanguages);
}

Family FamilyFinder::of(const std::string& form) {
  Family family;
  if (!can_have_family(form)) return family;
  const std::size_t most = std::min(kMaxFormsOfWord, left_of_question_);
  // A list that was cut, as the last word had looked at so many forms, is whole for this one.
  if (left_ == 0 || names_ > kMaxFormsOfWord) {
    by_key_.clear();
    patterns_.clear();
    names_ = 0;
  }
  left_ = most;
  Forms near{form};
  add_near(form, near);
  Forms across;
  if (matching_.names) add_names(form, near, across);
  left_of_question_ -= most - left_;
  for (const std::string& each : near) across.erase(each);
  near.erase(form);
  family.near = most_frequent(near, kMaxFamily - 1);
  family.across = most_frequent(across, kMaxFamily - 1 - family.near.size());
  return family;
}

bool FamilyFinder::occurs(const std::string& form) const {
  return database_.has(word_term(WordField::text, form));
}

std::vector<std::string> FamilyFinder::listed(const std::string& key) {
  std::vector<std::string> forms = database_.synonyms(key);
  if (forms.size() > left_) forms.resize(left_);
  left_ -= forms.size();
  return forms;
}

void FamilyFinder::add_listed(const std::string& key, Forms& forms) {
  for (std::string& form : listed(key)) forms.insert(std::move(form));
}

void FamilyFinder::add_accents(const std::string& form, Forms& forms) {
  add_listed(bare_key(form), forms);
  for (const std::string& bare : bare_forms(form)) {
    forms.insert(bare);
    add_listed(bare_key(bare), forms);
  }
}

void FamilyFinder::add_inflections(const std::string& form, Forms& forms) {
  for (const std::string& language : languages_) {
    const std::string stem = stemmer_.stem(language, form);
    add_listed(stem_key(language, stem), forms);
    // A form that is its own stem is not recorded under it.
    if (stem != form && stemmer_.stem(language, stem) == stem) forms.insert(stem);
  }
}

void FamilyFinder::add_near(const std::string& form, Forms& forms) {
  Forms spellings{form};
  if (matching_.accents) add_accents(form, spellings);
  forms.insert(spellings.begin(), spellings.end());
  if (!matching_.inflections) return;
  spellings = bounded(std::move(spellings));
  spellings.insert(form);
  for (const std::string& spelling : spellings) add_inflections(spelling, forms);
}

const std::vector<std::string>& FamilyFinder::names_under(const std::string& key) {
  const auto [place, is_new] = by_key_.try_emplace(key);
  if (is_new) {
    place->second = listed(key);
    names_ += place->second.size();
  }
  return place->second;
}

const NamePattern& FamilyFinder::pattern_of(const std::string& name) {
  return patterns_.try_emplace(name, name).first->second;
}

/// Names that may be the same as this one; none where it is a word of the texts that stands for no name
/// there.
FamilyFinder::Forms FamilyFinder::names_like(const std::string& form) {
  const NamePattern& pattern = pattern_of(form);
  const SoundFilter filter(pattern);
  bool is_recorded = false;
  std::vector<const std::string*> candidates;
  for (const std::string& key : name_family_keys(form)) {
    for (const std::string& name : names_under(key)) {
      if (name == form) {
        is_recorded = true;
      } else if (filter.may_pass(name)) {
        candidates.push_back(&name);
      }
    }
  }
  if (candidates.empty() || (!is_recorded && occurs(form))) return {};
  // Where every word may be a name, those of the same script are only words that sound alike.
  const NameScript passed_over = is_caseless(form) ? pattern.script() : NameScript::other;
  Forms like;
  for (const std::string* const name : candidates) {
    const NamePattern& other = pattern_of(*name);
    if (passed_over != NameScript::other && other.script() == passed_over) continue;
    if (pattern.fits(other)) like.insert(*name);
  }
  return like;
}

bool FamilyFinder::resembles_one(const std::vector<const NamePattern*>& names, const std::string& name) {
  const NamePattern& pattern = pattern_of(name);
  return std::any_of(names.begin(), names.end(), [&](const NamePattern* each) {
    if (left_ == 0) return false;
    --left_;
    return each->resembles(pattern);
  });
}

void FamilyFinder::add_names(const std::string& form, const Forms& near, Forms& across) {
  Forms newest = bounded(near);
  newest.insert(form);
  std::vector<const NamePattern*> asked;
  for (const std::string& name : newest) asked.push_back(&pattern_of(name));
  for (int step = 0; step < kNameSteps && !newest.empty(); ++step) {
    Forms found;
    for (const std::string& name : newest) found.merge(names_like(name));
    std::erase_if(found,
                  [&](const std::string& name) { return near.contains(name) || across.contains(name); });
    if (step != 0) std::erase_if(found, [&](const std::string& name) { return !resembles_one(asked, name); });
    found = bounded(std::move(found));
    across.insert(found.begin(), found.end());
    newest = std::move(found);
  }
  const Forms names = across;
  for (const std::string& name : names) add_near(name, across);
}

/// Those that are followed up: all, or the most frequent where there are more than a family has.
FamilyFinder::Forms FamilyFinder::bounded(Forms forms) const {
  if (forms.size() <= kMaxFamily) return forms;
  const std::vector<std::string> kept = most_frequent(forms, kMaxFamily);
  return {kept.begin(), kept.end()};
}

std::vector<std::string> FamilyFinder::most_frequent(const Forms& forms, std::size_t limit) const {
  std::vector<std::pair<Xapian::doccount, std::string>> counted;
  for (const std::string& form : forms) {
    const Xapian::doccount count = database_.frequency(word_term(WordField::text, form));
    if (count != 0) counted.emplace_back(count, form);
  }
  std::sort(counted.begin(), counted.end(), [](const auto& a, const auto& b) {
    return a.first != b.first ? a.first > b.first : a.second < b.second;
  });
  std::vector<std::string> kept;
  for (auto& [count, form] : counted)
    if (kept.size() < limit) kept.push_back(std::move(form));
  return kept;
}

namespace {

/// Walks a question and finds the families of its words.
class FamilyCollector {
 public:
  FamilyCollector(FamilyFinder& finder, Families& families) : finder_(finder), families_(families) {}

  void operator()(const Words& words) const {
    if (words.quoted) return;
    for (const std::string& form : words.forms) add(form);
    if (words.forms.size() > 1) add(joined_form(words));
  }
  void operator()(const AllOf& all) const { each(all.parts); }
  void operator()(const AnyOf& any) const { each(any.parts); }
  void operator()(const NoneOf& none) const { each(none.parts); }
  template <typename Other>
  void operator()(const Other& /*exact*/) const {}

 private:
  void each(const std::vector<QueryNode>& parts) const {
    for (const QueryNode& part : parts) std::visit(*this, part.meaning);
  }

  void add(const std::string& form) const {
    if (families_.contains(form)) return;
    Family family = finder_.of(form);
    if (!family.empty()) families_.emplace(form, std::move(family));
  }

  FamilyFinder& finder_;
  Families& families_;
};

}  // namespace

Families families_of(const QueryNode& query, const Snapshot& database, Matching matching) {
  Families families;
  if (!matching.inflections && !matching.accents && !matching.names) return families;
  FamilyFinder finder(database, matching);
  std::visit(FamilyCollector(finder, families), query.meaning);
  return families;
}

}  // namespace newsline
