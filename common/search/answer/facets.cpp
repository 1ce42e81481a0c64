// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/search/answer/facets.h"

#include <algorithm>
#include <cassert>
#include <map>
#include <unordered_map>
#include <utility>

#include "common/index/document/numbered_names.h"
#include "common/index/document/values.h"
#include "common/index/glass/value_list.h"
#include "common/index/schema.h"
#include "common/search/answer/embargo.h"
#include "common/search/count/read_ranges.h"
#include "common/search/count/surprise.h"
#include "common/search/story/fold.h"
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
    case FacetField::reads:
      return schema::slot::kReads;
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

/// Keeps the names that are surprisingly frequent, beside all articles that nobody is kept from seeing.
void compare_with_archive(std::vector<FacetCount>& counts, const SpellingCounts& spellings,
                          const Snapshot& database, std::optional<std::chrono::sys_seconds> now) {
  const std::vector<Xapian::docid> hidden = hidden_documents(database, now);
  keep_surprising(counts, spellings.articles(), count_all(database, spellings.slot(), hidden).by_count(),
                  database.get_doccount() - hidden.size());
}

std::vector<FacetCount> counts_of(const SpellingCounts& spellings, FacetField field) {
  const std::size_t digits = digits_of(field);
  return digits == 0 ? spellings.by_count() : spellings.by_time(digits);
}

/// By how much the articles of stories are more than the stories: of each value, by its folded name, and of
/// those without.
struct Surplus {
  std::unordered_map<std::string, std::uint64_t> by_value;
  std::uint64_t without = 0;

  void add(const std::vector<FacetCount>& counts, std::uint64_t articles_without) {
    for (const FacetCount& count : counts)
      if (count.count > 1) by_value[fold(count.value)] += count.count - 1;
    if (articles_without > 1) without += articles_without - 1;
  }

  void take_from(Facet& facet) const {
    for (FacetCount& count : facet.counts) {
      const auto known = by_value.find(fold(count.value));
      if (known != by_value.end()) count.count -= known->second;
    }
    facet.without -= without;
  }
};

void sort_by_count(std::vector<FacetCount>& counts) {
  std::ranges::sort(counts, [](const FacetCount& a, const FacetCount& b) {
    return a.count != b.count ? a.count > b.count : fold(a.value) < fold(b.value);
  });
}

Facet facet_of(const FacetRequest& request, const SpellingCounts& spellings, const Surplus& surplus,
               const Snapshot& database, std::optional<std::chrono::sys_seconds> now) {
  Facet facet;
  facet.counts = counts_of(spellings, request.field);
  facet.without = spellings.without();
  surplus.take_from(facet);
  if (digits_of(request.field) == 0 && !surplus.by_value.empty()) sort_by_count(facet.counts);
  if (!request.prefix.empty()) {
    std::erase_if(facet.counts,
                  [&](const FacetCount& count) { return !fold(count.value).starts_with(request.prefix); });
  }
  if (request.with_lift) compare_with_archive(facet.counts, spellings, database, now);
  facet.distinct = facet.counts.size();
  shorten(facet.counts, request);
  return facet;
}

SpellingCounts count(const std::vector<Xapian::docid>& documents, const Snapshot& database,
                     Xapian::valueno slot) {
  assert(std::is_sorted(documents.begin(), documents.end()));
  SpellingCounts counts(slot, database);
  ValueList values(slot, database);
  for (const Xapian::docid document : documents) counts.add(values.of(document));
  return counts;
}

Surplus surplus_of(const std::vector<std::vector<Xapian::docid>>& stories, const FacetRequest& request,
                   const Snapshot& database) {
  Surplus surplus;
  for (const std::vector<Xapian::docid>& articles : stories) {
    if (request.field == FacetField::reads) {
      const Facet facet = count_reads(request.bounds, articles, database);
      surplus.add(facet.counts, facet.without);
    } else {
      const SpellingCounts counts = count(articles, database, slot_of(request.field));
      surplus.add(counts_of(counts, request.field), counts.without());
    }
  }
  return surplus;
}

/// Documents to be counted, and those of them that share stories, where stories are counted.
struct Counted {
  const std::vector<Xapian::docid>& documents;
  std::vector<std::vector<Xapian::docid>> stories;
  std::uint64_t total;
};

Counted counted(const std::vector<Xapian::docid>& documents, bool by_story, const Snapshot& database) {
  Counted all{documents, {}, documents.size()};
  if (by_story) all.stories = shared_stories(documents, database);
  for (const auto& articles : all.stories) all.total -= articles.size() - 1;
  return all;
}

}  // namespace

void SpellingCounts::add(std::string_view value) {
  ++articles_;
  if (value.empty()) {
    ++without_;
    return;
  }
  if (const auto number = number_in(value)) {
    if (*number >= numbers_.size()) numbers_.resize(*number + 1);
    ++numbers_[*number];
    return;
  }
  const bool is_day = slot_ == schema::slot::kDay;
  if (value.front() == kNameNumber) throw_damaged_names();
  if (values_.add(value) && !is_day && !for_each_name(value, [](std::string_view) {})) throw_damaged_names();
}

std::vector<FacetCount> SpellingCounts::by_count() const {
  struct Merged {
    FacetCount sum;
    std::uint64_t best = 0;  ///< count of the spelling that is shown
  };
  TextCounts spellings;
  const auto add_names = [&](std::string_view value, std::uint64_t count) {
    return for_each_name(value, [&](std::string_view name) { spellings.add(name, count); });
  };
  values_.for_each(add_names);
  NumberedNames names(slot_, *database_);
  for (std::uint32_t number = 0; number < numbers_.size(); ++number)
    if (numbers_[number] != 0 && !add_names(names.names(number), numbers_[number])) throw_damaged_names();
  std::map<std::string, Merged> merged;
  spellings.for_each([&](std::string_view spelling, std::uint64_t count) {
    Merged& name = merged[fold(spelling)];
    name.sum.count += count;
    if (count > name.best || (count == name.best && spelling < name.sum.value)) {
      name.sum.value = spelling;
      name.best = count;
    }
  });
  std::vector<FacetCount> counts;
  counts.reserve(merged.size());
  for (auto& [folded, name] : merged) counts.push_back(std::move(name.sum));
  std::stable_sort(counts.begin(), counts.end(),
                   [](const FacetCount& a, const FacetCount& b) { return a.count > b.count; });
  return counts;
}

std::vector<FacetCount> SpellingCounts::by_time(std::size_t length) const {
  std::map<std::string, std::uint64_t> sums;
  values_.for_each(
      [&](std::string_view day, std::uint64_t count) { sums[std::string(day.substr(0, length))] += count; });
  std::vector<FacetCount> counts;
  counts.reserve(sums.size());
  for (const auto& [digits, count] : sums) counts.push_back({with_hyphens(digits), count});
  return counts;
}

std::vector<Facet> count_facets(const std::vector<FacetRequest>& requests,
                                const std::vector<Xapian::docid>& documents, const Snapshot& database,
                                const Counting& how, const std::vector<Xapian::docid>* sideways) {
  const Counted narrow = counted(documents, how.stories, database);
  const Counted wide = sideways != nullptr ? counted(*sideways, how.stories, database) : narrow;
  std::map<Xapian::valueno, SpellingCounts> slots;
  std::vector<Facet> facets;
  for (const FacetRequest& request : requests) {
    const bool is_sideways = sideways != nullptr && request.field == FacetField::tag;
    const Counted& over = is_sideways ? wide : narrow;
    const Surplus surplus = surplus_of(over.stories, request, database);
    if (request.field == FacetField::reads) {
      facets.push_back(count_reads(request.bounds, over.documents, database));
      surplus.take_from(facets.back());
    } else {
      const Xapian::valueno slot = slot_of(request.field);
      auto counts = slots.find(slot);
      if (counts == slots.end()) counts = slots.emplace(slot, count(over.documents, database, slot)).first;
      facets.push_back(facet_of(request, counts->second, surplus, database, how.now));
    }
    facets.back().field = request.field;
    facets.back().total = over.total;
    facets.back().sideways = is_sideways;
  }
  return facets;
}

SpellingCounts count_all(const Snapshot& database, Xapian::valueno slot,
                         const std::vector<Xapian::docid>& hidden) {
  SpellingCounts counts(slot, database);
  ValueList values(slot, database);
  for (Xapian::docid document = values.seek(1); document != ValueList::kEnd;
       document = values.seek(document + 1))
    if (!std::ranges::binary_search(hidden, document)) counts.add(values.value());
  return counts;
}

}  // namespace newsline
