// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/search/scan/scan.h"

#include <algorithm>
#include <functional>

#include "common/search/scan/cursor.h"

namespace newsline {
namespace {

/// Keeps the matches that weigh most.
class Keeper {
 public:
  explicit Keeper(std::size_t count) : count_(count), room_(room_for(0)) {}

  [[nodiscard]] bool may_take(double bound) const { return bound >= least_ && count_ != 0; }

  void take(Ranked match) {
    if (!may_take(match.weight)) return;
    matches_.push_back(match);
    if (matches_.size() >= room_) drop_lightest();
  }

  std::vector<Ranked> kept() {
    drop_lightest();
    return std::move(matches_);
  }

 private:
  /// So many may come before the lightest are dropped: few, as every match with a known place raises what
  /// others must weigh, and as many again as are kept, so that it stays linear.
  [[nodiscard]] std::size_t room_for(std::size_t kept) const {
    return kept + std::max<std::size_t>({count_, kept, 16});
  }

  void drop_lightest() {
    if (matches_.size() > count_ && count_ != 0) {
      weights_.clear();
      for (const Ranked& match : matches_) weights_.push_back(match.weight);
      const auto last = weights_.begin() + static_cast<std::ptrdiff_t>(count_ - 1);
      std::nth_element(weights_.begin(), last, weights_.end(), std::greater<>());
      least_ = *last;
      std::erase_if(matches_, [&](const Ranked& match) { return match.weight < least_; });
    }
    room_ = room_for(matches_.size());
  }

  std::size_t count_;
  std::size_t room_;
  double least_ = 0;
  std::vector<Ranked> matches_;
  std::vector<double> weights_;
};

}  // namespace

std::vector<Xapian::docid> matching_documents(const Plan& plan, const Snapshot& database) {
  std::vector<Xapian::docid> documents;
  for_each_match(plan, database, [&](Xapian::docid document) { documents.push_back(document); });
  return documents;
}

Xapian::doccount count_matches(const Plan& plan, const Snapshot& database) {
  if (const auto known = known_count(plan, database)) return *known;
  Xapian::doccount count = 0;
  for_each_match(plan, database, [&](Xapian::docid) { ++count; });
  return count;
}

std::vector<Ranked> weighed_matches(const Plan& plan, const Snapshot& database) {
  std::vector<Ranked> matches;
  for_each_weighed(plan, database, [&](Xapian::docid document, Cursor& cursor) {
    matches.push_back({document, cursor.weight()});
  });
  return matches;
}

Heaviest heaviest_matches(const Plan& plan, std::size_t count, const Snapshot& database, const Noted& noted) {
  Heaviest found;
  Keeper keeper(count);
  std::optional<ValueList> apart;
  if (noted.apart) apart.emplace(*noted.apart, database);
  for_each_weighed(plan, database, [&](Xapian::docid document, Cursor& cursor) {
    ++found.total;
    if (noted.all != nullptr) noted.all->push_back(document);
    if (apart && apart->has(document)) {
      found.apart.push_back({document, cursor.weight()});
    } else if (keeper.may_take(cursor.bound())) {
      keeper.take({document, cursor.weight()});
    }
  });
  found.matches = keeper.kept();
  return found;
}

std::optional<double> weight_of(const Plan& plan, Xapian::docid document, const Snapshot& database) {
  Scanned scanned(database);
  const CursorPtr cursor = make_cursor(plan, 1, 1, scanned);
  if (!cursor->has(document)) return std::nullopt;
  return cursor->weight();
}

}  // namespace newsline
