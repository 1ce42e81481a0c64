// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "common/search/page.h"
#include "query/options.h"

/// How the values of options are called on the command line and in the output.
namespace newsline {

template <typename Value, std::size_t count>
using Names = std::array<std::pair<std::string_view, Value>, count>;

inline constexpr Names<FacetField, 9> kFacetNames = {{{"tag", FacetField::tag},
                                                      {"source", FacetField::source},
                                                      {"author", FacetField::author},
                                                      {"lang", FacetField::language},
                                                      {"section", FacetField::section},
                                                      {"year", FacetField::year},
                                                      {"month", FacetField::month},
                                                      {"day", FacetField::day},
                                                      {"reads", FacetField::reads}}};

inline constexpr Names<SortOrder, 4> kSortNames = {{{"relevance", SortOrder::relevance},
                                                    {"date", SortOrder::newest},
                                                    {"-date", SortOrder::oldest},
                                                    {"reads", SortOrder::most_read}}};

inline constexpr Names<Format, 6> kFormatNames = {{{"text", Format::text},
                                                   {"json", Format::json},
                                                   {"jsonl", Format::jsonl},
                                                   {"csv", Format::csv},
                                                   {"atom", Format::atom},
                                                   {"markdown", Format::markdown}}};

inline constexpr Names<CommandName, 8> kCommandNames = {{{"search", CommandName::search},
                                                         {"show", CommandName::show},
                                                         {"first", CommandName::first},
                                                         {"related", CommandName::related},
                                                         {"tags", CommandName::tags},
                                                         {"acronyms", CommandName::acronyms},
                                                         {"suggest", CommandName::suggest},
                                                         {"timeline", CommandName::timeline}}};

inline constexpr Names<PeriodUnit, 4> kUnitNames = {{{"day", PeriodUnit::day},
                                                     {"week", PeriodUnit::week},
                                                     {"month", PeriodUnit::month},
                                                     {"year", PeriodUnit::year}}};

inline constexpr Names<SuggestionKind, 7> kSuggestionNames = {{{"word", SuggestionKind::word},
                                                               {"tag", SuggestionKind::tag},
                                                               {"author", SuggestionKind::author},
                                                               {"source", SuggestionKind::source},
                                                               {"section", SuggestionKind::section},
                                                               {"lang", SuggestionKind::language},
                                                               {"title", SuggestionKind::title}}};

inline constexpr Names<MatchMode, 2> kMatchNames = {{{"all", MatchMode::all}, {"any", MatchMode::any}}};

/// What facets count.
enum class Counted { articles, stories };
inline constexpr Names<Counted, 2> kCountNames = {
    {{"articles", Counted::articles}, {"stories", Counted::stories}}};

template <typename Value, std::size_t count>
[[nodiscard]] constexpr std::optional<Value> named(const Names<Value, count>& names, std::string_view name) {
  for (const auto& [known, value] : names) {
    if (known == name) return value;
  }
  return std::nullopt;
}

/// Every value has a name.
template <typename Value, std::size_t count>
[[nodiscard]] constexpr std::string_view name_of(const Names<Value, count>& names, Value value) {
  for (const auto& [name, known] : names) {
    if (known == value) return name;
  }
  return {};
}

/// `all or any`
template <typename Value, std::size_t count>
[[nodiscard]] std::string one_of(const Names<Value, count>& names) {
  std::string list;
  for (std::size_t i = 0; i < count; ++i) {
    if (i != 0) list += i + 1 == count ? " or " : ", ";
    list += names[i].first;
  }
  return list;
}

}  // namespace newsline
