// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/search/answer/terms.h"

#include <fmt/format.h>

#include "common/error.h"
#include "common/index/document/terms.h"
#include "common/index/glass/term_list.h"
#include "common/index/schema.h"
#include "common/search/archive.h"

namespace newsline {
namespace {

using std::chrono::year_month_day;

/// A word that is longer than a term may be ends in a hash there, and only its first part can be looked up
/// by letters; this much of it is sure to be kept.
constexpr std::size_t kMaxStemBytes = 128;

std::string_view prefix_of(WordField field) {
  return field == WordField::title ? schema::prefix::kTitle : schema::prefix::kWord;
}

std::string_view prefix_of(NameField field) {
  switch (field) {
    case NameField::tag:
      return schema::prefix::kTag;
    case NameField::author:
      return schema::prefix::kAuthor;
    case NameField::source:
      return schema::prefix::kSource;
    case NameField::language:
      return schema::prefix::kLanguage;
    case NameField::section:
      return schema::prefix::kSection;
    case NameField::id:
      return schema::prefix::kId;
  }
  return schema::prefix::kTag;
}

Error too_many(const Prefix& prefix) {
  return Error(ErrorKind::usage,
               fmt::format("\"{}*\" stands for more than {} words", prefix.stem, kMaxExpansion),
               "write more letters before the *");
}

Error too_long(const Prefix& prefix) {
  return Error(
      ErrorKind::usage,
      fmt::format("\"{}*\" is longer than the {} bytes that can be looked up", prefix.stem, kMaxStemBytes),
      "write fewer letters before the *");
}

}  // namespace

std::string word_term(WordField field, std::string_view form) { return make_term(prefix_of(field), form); }

std::string_view word_of_term(WordField field, std::string_view term) {
  return form_of_term(prefix_of(field), term);
}

std::string name_term(const Named& named) { return make_term(prefix_of(named.field), named.name); }

std::optional<std::string> period_term(const DayRange& range) {
  if (!range.first || !range.last) return std::nullopt;
  if (*range.first == *range.last) return day_term(*range.first);
  const year_month_day first{*range.first};
  const year_month_day last{*range.last};
  if (first.year() != last.year() || first.day() != std::chrono::day{1}) return std::nullopt;
  const auto month_end = last.year() / last.month() / std::chrono::last;
  if (last != year_month_day{month_end}) return std::nullopt;
  if (first.month() == last.month()) return month_term(first.year() / first.month());
  const bool whole_year = first.month() == std::chrono::January && last.month() == std::chrono::December;
  return whole_year ? std::optional(year_term(first.year())) : std::nullopt;
}

std::vector<std::string> terms_with_prefix(const Prefix& prefix, const Snapshot& database) {
  if (prefix.stem.size() > kMaxStemBytes) throw too_long(prefix);
  std::vector<std::string> terms;
  const std::string start = word_term(prefix.field, prefix.stem);
  for (TermList list(start, database); !list.is_at_end(); list.next()) {
    if (terms.size() == kMaxExpansion) throw too_many(prefix);
    terms.push_back(list.term());
  }
  return terms;
}

}  // namespace newsline
