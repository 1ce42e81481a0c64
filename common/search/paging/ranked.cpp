// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/search/paging/ranked.h"

#include <algorithm>
#include <cassert>
#include <functional>
#include <span>
#include <string>
#include <utility>

#include "common/index/glass/posting_list.h"
#include "common/index/schema.h"
#include "common/search/answer/order.h"

namespace newsline {
namespace {

/// What the hit before a position weighs now, if it is still one and has not changed.
std::optional<double> weight_now(const std::vector<Ranked>& matches, const Position& position,
                                 const Snapshot& database) {
  if (position.id_term.empty()) return std::nullopt;
  const Xapian::docid document = PostingList(position.id_term, database).document();
  const auto found = std::ranges::lower_bound(matches, document, {}, &Ranked::document);
  if (found == matches.end() || found->document != document) return std::nullopt;
  if (state_of(document, database) != position.state) return std::nullopt;
  return found->weight;
}

void drop_before(std::vector<Ranked>& matches, const Position& position, const Snapshot& database) {
  const double weight = weight_now(matches, position, database).value_or(position.score);
  OrderKeys keys(SortOrder::relevance, database);
  std::vector<Ranked> kept;
  for (const Ranked& match : matches) {
    if (match.weight < weight || (match.weight == weight && keys.of(match.document) > position.key)) {
      kept.push_back(match);
    }
  }
  matches = std::move(kept);
}

/// Puts matches, ascending by document, into the order of their values.
void sort_by_key(std::span<Ranked> matches, const Snapshot& database) {
  OrderKeys keys(SortOrder::relevance, database);
  std::vector<std::pair<std::string, Ranked>> keyed;
  keyed.reserve(matches.size());
  for (const Ranked& match : matches) keyed.emplace_back(std::string(keys.of(match.document)), match);
  std::ranges::sort(keyed, {}, [](const auto& each) -> const std::string& { return each.first; });
  std::ranges::transform(keyed, matches.begin(), [](const auto& each) { return each.second; });
}

/// Those that weigh as much as the one in place `count` (from 1), or more.
void drop_lightest(std::vector<Ranked>& matches, std::size_t count) {
  if (count == 0) matches.clear();
  if (matches.size() <= count) return;
  std::vector<double> weights;
  weights.reserve(matches.size());
  for (const Ranked& match : matches) weights.push_back(match.weight);
  const auto last = weights.begin() + static_cast<std::ptrdiff_t>(count - 1);
  std::nth_element(weights.begin(), last, weights.end(), std::greater<>());
  std::erase_if(matches, [least = *last](const Ranked& match) { return match.weight < least; });
}

}  // namespace

std::string state_of(Xapian::docid document, const Snapshot& database) {
  constexpr std::size_t kEnough = 8;  // of the letters of the hash
  return database.value(document, schema::slot::kHash).substr(0, kEnough);
}

std::vector<Ranked> best_of(std::vector<Ranked> matches, const Part& part, const Snapshot& database) {
  assert(std::ranges::is_sorted(matches, {}, &Ranked::document));
  if (part.behind) drop_before(matches, *part.behind, database);
  if (part.dropped != nullptr) {
    std::erase_if(matches, [&](const Ranked& match) {
      return std::ranges::binary_search(*part.dropped, match.document);
    });
  }
  const std::size_t offset = std::min(part.offset, matches.size());
  const std::size_t end = offset + std::min(part.limit, matches.size() - offset);
  if (end == offset) return {};
  drop_lightest(matches, end);
  std::ranges::stable_sort(matches, std::greater(), &Ranked::weight);
  for (std::size_t first = 0; first < end;) {
    std::size_t last = first + 1;
    while (last < matches.size() && matches[last].weight == matches[first].weight) ++last;
    if (last > offset && last > first + 1)
      sort_by_key(std::span(matches).subspan(first, last - first), database);
    first = last;
  }
  return {matches.begin() + static_cast<std::ptrdiff_t>(offset),
          matches.begin() + static_cast<std::ptrdiff_t>(end)};
}

}  // namespace newsline
