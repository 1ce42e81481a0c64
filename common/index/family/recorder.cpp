// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/family/recorder.h"

#include <algorithm>
#include <set>

#include "common/index/schema.h"
#include "common/text/name/name_evidence.h"

namespace newsline {
namespace {

constexpr std::size_t kMaxRemembered = 700'000;
constexpr std::uint64_t kAccents = std::uint64_t{1} << 63;
constexpr std::uint64_t kNames = std::uint64_t{1} << 62;
constexpr std::size_t kMaxLanguages = 60;

}  // namespace

FamilyRecorder::Met FamilyRecorder::bit_of(const std::string& language) {
  if (language.empty()) return 0;
  const auto known = std::find(languages_.begin(), languages_.end(), language);
  const auto bit = static_cast<std::size_t>(known - languages_.begin());
  if (bit == kMaxLanguages) return 0;
  if (known == languages_.end()) {
    languages_.push_back(language);
    noted_.emplace_back(schema::family::kLanguages, language);
  }
  return Met{1} << bit;
}

void FamilyRecorder::note(const Postings& postings) {
  if (met_.size() > kMaxRemembered) met_.clear();
  const std::string language = Stemmer::language_of(postings.language);
  const Met language_bit = bit_of(language);
  for (const Posting& posting : postings.terms)
    if (is_word_term(posting.term))
      note_form(posting.term, met_.bits_of(posting.term), language_bit, language);
  for (const std::string& name : postings.names) note_name(name, met_.bits_of(name));
}

void FamilyRecorder::note_form(const std::string& form, Met& met, Met language_bit,
                               const std::string& language) {
  const Met wanted = language_bit | kAccents;
  if ((met & wanted) == wanted) return;
  const bool is_new = (met & kAccents) == 0;
  const bool is_new_here = (met & language_bit) != language_bit;
  met |= wanted;
  if (!can_have_family(form)) return;
  if (is_new_here) {
    const std::string stem = stemmer_.stem(language, form);
    if (stem != form) noted_.emplace_back(stem_key(language, stem), form);
  }
  if (!is_new) return;
  for (std::string& key : bare_keys(form)) noted_.emplace_back(std::move(key), form);
  if (is_caseless(form)) note_name(form, met);
}

void FamilyRecorder::note_name(const std::string& form, Met& met) {
  if ((met & kNames) != 0) return;
  met |= kNames;
  if (!can_have_family(form)) return;
  for (std::string& key : name_family_keys(form)) noted_.emplace_back(std::move(key), form);
}

void FamilyRecorder::write_to(Xapian::WritableDatabase& database) {
  // Glass reads and writes the whole list of a key when the key changes, and does so even where nothing is
  // new.
  std::sort(noted_.begin(), noted_.end());
  for (auto first = noted_.begin(); first != noted_.end();) {
    const std::string& key = first->first;
    const std::set<std::string> known(database.synonyms_begin(key), database.synonyms_end(key));
    auto next = first;
    for (; next != noted_.end() && next->first == key; ++next)
      if (!known.contains(next->second)) database.add_synonym(key, next->second);
    first = next;
  }
  noted_.clear();
}

}  // namespace newsline
