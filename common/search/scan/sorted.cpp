// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/search/scan/sorted.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "common/search/answer/order.h"
#include "common/search/scan/cursor.h"

namespace newsline {
namespace {

using Keyed = std::pair<std::string, Xapian::docid>;

/// The first of an order, `count` of them.
class First {
 public:
  explicit First(std::size_t count) : count_(count) {}

  /// Ties are told by document. Most matches of a long list are passed over by one comparison.
  void take(std::string_view key, Xapian::docid document) {
    if (count_ == 0) return;
    if (heap_.size() < count_) {
      heap_.emplace_back(key, document);
    } else {
      const Keyed& last = heap_.front();
      const int order = key.compare(last.first);
      if (order > 0 || (order == 0 && document > last.second)) return;
      std::ranges::pop_heap(heap_);
      heap_.back().first = key;
      heap_.back().second = document;
    }
    std::ranges::push_heap(heap_);
  }

  std::vector<Keyed> sorted() {
    std::ranges::sort_heap(heap_);
    return std::move(heap_);
  }

 private:
  std::size_t count_;
  std::vector<Keyed> heap_;
};

}  // namespace

Sorted sorted_matches(const Plan& plan, const Section& section, const Snapshot& database,
                      std::vector<Xapian::docid>* all) {
  const std::size_t count = std::min<std::size_t>(section.offset, database.get_doccount()) +
                            std::min<std::size_t>(section.limit, database.get_doccount());
  First first(section.limit == 0 ? 0 : count);
  OrderKeys keys(section.order, database);
  Sorted found;
  for_each_match(plan, database, [&](Xapian::docid document) {
    ++found.total;
    if (all != nullptr) all->push_back(document);
    if (section.dropped != nullptr && std::ranges::binary_search(*section.dropped, document)) return;
    if (section.limit == 0) return;
    const std::string_view key = keys.of(document);
    if (section.behind.empty() || key > section.behind) first.take(key, document);
  });
  std::vector<Keyed> kept = first.sorted();
  for (std::size_t at = section.offset; at < kept.size(); ++at) found.page.push_back({kept[at].second, 0});
  if (!found.page.empty()) found.last_key = std::move(kept.back().first);
  return found;
}

}  // namespace newsline
