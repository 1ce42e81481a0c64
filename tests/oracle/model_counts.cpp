// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <limits>
#include <map>
#include <tuple>

#include "common/text/fold.h"
#include "tests/oracle/model.h"

namespace newsline::oracle {
namespace {

std::vector<std::string> one_name(const std::string& name) {
  return name.empty() ? std::vector<std::string>{} : std::vector<std::string>{name};
}

std::vector<std::string> date_part(const Article& article, std::size_t length) {
  if (!article.published) return {};
  const std::chrono::year_month_day date{article.published->day};
  return {fmt::format("{:04}-{:02}-{:02}", int{date.year()}, unsigned{date.month()}, unsigned{date.day()})
              .substr(0, length)};
}

std::vector<std::string> values_of(const Article& article, FacetField field) {
  switch (field) {
    case FacetField::tag:
      return article.tags;
    case FacetField::author:
      return article.authors;
    case FacetField::source:
      return one_name(article.source);
    case FacetField::language:
      return one_name(article.language);
    case FacetField::section:
      return one_name(article.section);
    case FacetField::year:
      return date_part(article, 4);
    case FacetField::month:
      return date_part(article, 7);
    case FacetField::day:
      return date_part(article, 10);
  }
  return {};
}

bool is_of_time(FacetField field) {
  return field == FacetField::year || field == FacetField::month || field == FacetField::day;
}

/// One value of a facet: how often each spelling of it stands.
using Spellings = std::map<std::string, std::uint64_t>;

FacetCount summed(const Spellings& spellings) {
  FacetCount sum;
  std::uint64_t most = 0;
  for (const auto& [spelling, count] : spellings) {
    sum.count += count;
    if (count > most) std::tie(most, sum.value) = std::tie(count, spelling);
  }
  return sum;
}

/// Later dates first, then the higher counters; what has none comes last.
std::int64_t time_key(const Article& article, bool newest) {
  if (!article.published) return std::numeric_limits<std::int64_t>::max();
  return newest ? -article.published->utc_seconds() : article.published->utc_seconds();
}

/// What an article is sorted by, lowest first.
std::tuple<bool, std::uint64_t, std::int64_t, std::string> key_of(const Article& article, SortOrder order) {
  if (order != SortOrder::most_read)
    return {false, 0, time_key(article, order == SortOrder::newest), article.id};
  return {!article.reads, ~article.reads.value_or(0), time_key(article, true), article.id};
}

}  // namespace

Facet counted(const Matches& matches, const FacetRequest& request) {
  Facet facet;
  facet.field = request.field;
  std::map<std::string, Spellings> by_name;
  for (const Reading* reading : matches) {
    const std::vector<std::string> values = values_of(reading->article, request.field);
    if (values.empty()) ++facet.without;
    for (const std::string& value : values) ++by_name[fold(value)][value];
  }
  for (const auto& [name, spellings] : by_name) facet.counts.push_back(summed(spellings));
  facet.distinct = facet.counts.size();
  auto& counts = facet.counts;
  const std::size_t kept = std::min(counts.size(), request.limit);
  if (is_of_time(request.field)) {
    counts.erase(counts.begin(), counts.end() - static_cast<std::ptrdiff_t>(kept));
  } else {
    std::stable_sort(counts.begin(), counts.end(),
                     [](const FacetCount& a, const FacetCount& b) { return a.count > b.count; });
    counts.resize(kept);
  }
  return facet;
}

Matches sorted(Matches matches, SortOrder order) {
  if (order == SortOrder::relevance) return matches;
  std::sort(matches.begin(), matches.end(), [order](const Reading* a, const Reading* b) {
    return key_of(a->article, order) < key_of(b->article, order);
  });
  return matches;
}

}  // namespace newsline::oracle
