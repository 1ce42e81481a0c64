// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/search/snippet/densest.h"

#include <algorithm>
#include <cmath>
#include <compare>
#include <cstdint>
#include <unordered_set>
#include <vector>

namespace newsline {
namespace {

/// What a part of a text shows. Weights are whole numbers, so that adding and taking away leave no trace.
struct Worth {
  std::size_t distinct = 0;
  std::int64_t weight = 0;

  auto operator<=>(const Worth&) const = default;
};

/// The worth of a window that moves over a text.
class Tally {
 public:
  explicit Tally(const Wanted& wanted) : counts_(wanted.items.size(), 0) {
    for (const Wanted::Item& item : wanted.items) weights_.push_back(std::llround(item.weight * 1000));
  }

  void add(std::size_t item) {
    if (counts_[item]++ > 0) return;
    ++worth_.distinct;
    worth_.weight += weights_[item];
  }

  void take(std::size_t item) {
    if (--counts_[item] > 0) return;
    --worth_.distinct;
    worth_.weight -= weights_[item];
  }

  [[nodiscard]] const Worth& worth() const { return worth_; }

 private:
  std::vector<std::size_t> counts_;
  std::vector<std::int64_t> weights_;
  Worth worth_;
};

std::vector<Occurrence> by_end(std::span<const Occurrence> occurrences) {
  std::vector<Occurrence> sorted(occurrences.begin(), occurrences.end());
  std::ranges::stable_sort(sorted, {}, [](const Occurrence& each) { return each.span.end; });
  return sorted;
}

/// Where the best window begins. An occurrence enters with its end and leaves with its begin; as none is
/// longer than the window, it has entered before it leaves.
std::size_t best_begin(std::span<const Occurrence> occurrences, std::span<const Occurrence> ends,
                       const Wanted& wanted, std::size_t max_bytes) {
  Tally tally(wanted);
  Worth best;
  std::size_t begin = occurrences.front().span.begin;
  auto entering = ends.begin();
  auto leaving = occurrences.begin();
  for (const Occurrence& each : occurrences) {
    const std::size_t here = each.span.begin;
    for (; entering != ends.end() && entering->span.end <= here + max_bytes; ++entering) {
      tally.add(entering->item);
    }
    for (; leaving->span.begin < here; ++leaving) tally.take(leaving->item);
    if (tally.worth() > best) {
      best = tally.worth();
      begin = here;
    }
  }
  return begin;
}

}  // namespace

Span densest_part(std::span<const Occurrence> occurrences, const Wanted& wanted, std::size_t max_bytes) {
  const std::vector<Occurrence> ends = by_end(occurrences);
  const std::size_t begin = best_begin(occurrences, ends, wanted, max_bytes);
  Span part{begin, begin};
  std::unordered_set<std::size_t> seen;
  for (const Occurrence& each : ends) {
    if (each.span.end > begin + max_bytes) break;
    if (each.span.begin >= begin && seen.insert(each.item).second) part.end = each.span.end;
  }
  seen.clear();
  part.begin = part.end;
  for (auto place = occurrences.rbegin(); place != occurrences.rend(); ++place) {
    const Occurrence& each = *place;
    if (each.span.begin < begin) break;
    if (each.span.end <= part.end && seen.insert(each.item).second) part.begin = each.span.begin;
  }
  return part;
}

}  // namespace newsline
