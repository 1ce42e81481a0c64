// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/search/answer/facets.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "common/error.h"
#include "common/index/document/values.h"
#include "common/index/schema.h"
#include "common/text/fold.h"

namespace newsline {
namespace {

Xapian::valueno slot_of(FacetField field) {
  switch (field) {
    case FacetField::tag:
      return schema::slot::kTags;
    case FacetField::source:
      return schema::slot::kSource;
    case FacetField::author:
      return schema::slot::kAuthors;
    case FacetField::language:
      return schema::slot::kLanguage;
    case FacetField::section:
      return schema::slot::kSection;
    case FacetField::year:
    case FacetField::month:
    case FacetField::day:
      return schema::slot::kDay;
  }
  return schema::slot::kTags;
}

/// Digits of a day that tell values of this facet apart; 0 if it is not one of time.
std::size_t digits_of(FacetField field) {
  switch (field) {
    case FacetField::year:
      return 4;
    case FacetField::month:
      return 6;
    case FacetField::day:
      return 8;
    default:
      return 0;
  }
}

/// `202403` as `2024-03`.
std::string with_hyphens(std::string digits) {
  if (digits.size() > 6) digits.insert(6, 1, '-');
  if (digits.size() > 4) digits.insert(4, 1, '-');
  return digits;
}

/// Keeps `limit` counts: the latest of a facet of time, the first of any other.
void shorten(std::vector<FacetCount>& counts, const FacetRequest& request) {
  if (counts.size() <= request.limit) return;
  const auto surplus = static_cast<std::ptrdiff_t>(counts.size() - request.limit);
  if (digits_of(request.field) == 0) {
    counts.erase(counts.end() - surplus, counts.end());
  } else {
    counts.erase(counts.begin(), counts.begin() + surplus);
  }
}

Facet facet_of(const FacetRequest& request, const SpellingCounts& spellings) {
  Facet facet;
  facet.field = request.field;
  const std::size_t digits = digits_of(request.field);
  facet.counts = digits == 0 ? spellings.by_count() : spellings.by_time(digits);
  facet.distinct = facet.counts.size();
  facet.without = spellings.without();
  shorten(facet.counts, request);
  return facet;
}

}  // namespace

void SpellingCounts::add(std::string_view value) {
  if (value.empty()) {
    ++without_;
  } else if (slot_ == schema::slot::kDay) {
    add_spelling(value);
  } else if (!for_each_name(value, [this](std::string_view name) { add_spelling(name); })) {
    throw Error(ErrorKind::data, "the index holds a list of names that is damaged",
                "build it anew with newsline-index rebuild");
  }
}

void SpellingCounts::add_spelling(std::string_view spelling) {
  const auto known = counts_.find(spelling);
  if (known == counts_.end()) {
    counts_.emplace(spelling, 1);
  } else {
    ++known->second;
  }
}

std::vector<FacetCount> SpellingCounts::by_count() const {
  struct Merged {
    FacetCount sum;
    std::uint64_t best = 0;  ///< count of the spelling that is shown
  };
  std::map<std::string, Merged> merged;
  for (const auto& [spelling, count] : counts_) {
    Merged& name = merged[fold(spelling)];
    name.sum.count += count;
    if (count > name.best || (count == name.best && spelling < name.sum.value)) {
      name.sum.value = spelling;
      name.best = count;
    }
  }
  std::vector<FacetCount> counts;
  counts.reserve(merged.size());
  for (auto& [folded, name] : merged) counts.push_back(std::move(name.sum));
  std::stable_sort(counts.begin(), counts.end(),
                   [](const FacetCount& a, const FacetCount& b) { return a.count > b.count; });
  return counts;
}

std::vector<FacetCount> SpellingCounts::by_time(std::size_t length) const {
  std::map<std::string, std::uint64_t> sums;
  for (const auto& [day, count] : counts_) sums[day.substr(0, length)] += count;
  std::vector<FacetCount> counts;
  counts.reserve(sums.size());
  for (const auto& [digits, count] : sums) counts.push_back({with_hyphens(digits), count});
  return counts;
}

FacetSpy::FacetSpy(const std::vector<FacetRequest>& requests) : requests_(requests) {
  for (const FacetRequest& request : requests) {
    const Xapian::valueno slot = slot_of(request.field);
    const bool known = std::any_of(slots_.begin(), slots_.end(),
                                   [slot](const SpellingCounts& counts) { return counts.slot() == slot; });
    if (!known) slots_.emplace_back(slot);
  }
}

void FacetSpy::operator()(const Xapian::Document& document, double /*weight*/) {
  for (SpellingCounts& counts : slots_) counts.add(document.get_value(counts.slot()));
}

std::vector<Facet> FacetSpy::facets() const {
  std::vector<Facet> facets;
  for (const FacetRequest& request : requests_) {
    const auto counts = std::find_if(slots_.begin(), slots_.end(), [&request](const SpellingCounts& each) {
      return each.slot() == slot_of(request.field);
    });
    facets.push_back(facet_of(request, *counts));
  }
  return facets;
}

SpellingCounts count_all(const Xapian::Database& database, Xapian::valueno slot) {
  SpellingCounts counts(slot);
  for (auto value = database.valuestream_begin(slot); value != database.valuestream_end(slot); ++value) {
    counts.add(*value);
  }
  return counts;
}

}  // namespace newsline
