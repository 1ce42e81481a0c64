// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/search/answer/phrase.h"

#include <memory>
#include <utility>

#include "common/search/answer/terms.h"

namespace newsline {
namespace {

using Places = std::vector<std::vector<std::string>>;

Plan together(WordField field, const Places& places, std::uint32_t window) {
  std::vector<Plan> words;
  for (const auto& forms : places) {
    std::vector<Plan> terms;
    for (const std::string& form : forms) terms.push_back(term(word_term(field, form)));
    words.push_back(any_of(std::move(terms)));
  }
  const bool is_pattern = words.size() > 1;
  Plan plan = all_of(std::move(words));
  if (!is_pattern) return plan;
  Pattern pattern = pattern_of(field, places);
  pattern.window = window;
  plan.pattern = std::make_shared<const Pattern>(std::move(pattern));
  return plan;
}

}  // namespace

Plan phrase_plan(WordField field, const Places& places) { return together(field, places, 0); }

Plan near_plan(WordField field, const std::vector<std::string>& forms, std::uint32_t window) {
  Places places;
  for (const std::string& form : forms) places.push_back({form});
  return together(field, places, window);
}

}  // namespace newsline
