// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/family/keys.h"

#include <algorithm>
#include <array>
#include <utility>

#include "common/index/schema.h"
#include "common/text/bare_forms.h"
#include "common/text/georgian_stem.h"
#include "common/text/name/name_keys.h"

namespace newsline {
namespace {

constexpr std::size_t kMinLetters = 3;

struct Rules {
  std::string_view language;
  const char* snowball;  ///< Xapian's name of the algorithm
};

/// Those of Xapian 1.4 for languages of today, by tag; none: georgian_stem().
constexpr std::array<Rules, 28> kRules = {{
    {"ar", "arabic"},    {"az", "turkish"},    {"ca", "catalan"},    {"da", "danish"},     {"de", "german"},
    {"en", "english"},   {"es", "spanish"},    {"eu", "basque"},     {"fi", "finnish"},    {"fr", "french"},
    {"ga", "irish"},     {"hu", "hungarian"},  {"hy", "armenian"},   {"id", "indonesian"}, {"it", "italian"},
    {"ka", nullptr},     {"lt", "lithuanian"}, {"nb", "norwegian"},  {"ne", "nepali"},     {"nl", "dutch"},
    {"nn", "norwegian"}, {"no", "norwegian"},  {"pt", "portuguese"}, {"ro", "romanian"},   {"ru", "russian"},
    {"sv", "swedish"},   {"ta", "tamil"},      {"tr", "turkish"},
}};

const Rules* rules_of(std::string_view language) {
  const auto place =
      std::lower_bound(kRules.begin(), kRules.end(), language,
                       [](const Rules& rules, std::string_view wanted) { return rules.language < wanted; });
  return place != kRules.end() && place->language == language ? &*place : nullptr;
}

std::size_t letter_count(std::string_view form) {
  return static_cast<std::size_t>(std::count_if(
      form.begin(), form.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

/// Snowball's rules for Russian do not know the letter.
std::string without_yo(std::string form) {
  constexpr std::string_view kYo = "ё";
  for (std::size_t at = form.find(kYo); at != std::string::npos; at = form.find(kYo, at))
    form.replace(at, kYo.size(), "е");
  return form;
}

}  // namespace

bool can_have_family(std::string_view form) {
  return form.size() <= kMaxFamilyFormBytes && letter_count(form) >= kMinLetters &&
         std::none_of(form.begin(), form.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool is_word_term(std::string_view term) {
  return !term.empty() && (term.front() < 'A' || term.front() > 'Z');
}

std::string Stemmer::language_of(std::string_view tag) {
  const std::string_view language = tag.substr(0, tag.find('-'));
  return rules_of(language) != nullptr ? std::string(language) : std::string();
}

std::string Stemmer::stem(const std::string& language, const std::string& form) {
  if (language == "ka") return georgian_stem(form);
  auto stemmer = stemmers_.find(language);
  if (stemmer == stemmers_.end()) {
    const Rules* const rules = rules_of(language);
    if (rules == nullptr) return form;
    stemmer = stemmers_.emplace(language, Xapian::Stem(std::string(rules->snowball))).first;
  }
  std::string stem = stemmer->second(language == "ru" ? without_yo(form) : form);
  return letter_count(stem) < 2 ? form : stem;
}

std::string stem_key(std::string_view language, std::string_view stem) {
  std::string key(schema::family::kStem);
  key += language;
  key += ':';
  return key += stem;
}

std::string bare_key(std::string_view bare) { return std::string(schema::family::kBare) + std::string(bare); }

std::vector<std::string> bare_keys(std::string_view form) {
  std::vector<std::string> keys = bare_forms(form);
  for (std::string& key : keys) key = bare_key(key);
  return keys;
}

std::vector<std::string> name_family_keys(std::string_view form) {
  std::vector<std::string> keys = name_keys(form);
  for (std::string& key : keys) key.insert(0, schema::family::kName);
  return keys;
}

}  // namespace newsline
