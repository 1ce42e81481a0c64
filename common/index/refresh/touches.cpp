// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/refresh/touches.h"

#include <tuple>

namespace newsline {

Touches::Touch& Touches::at(Xapian::docid document) {
  const std::size_t row = document / std::tuple_size_v<Touched>;
  if (row >= touches_.size()) touches_.resize(row + 1);
  if (!touches_[row]) touches_[row] = std::make_unique<Touched>();
  return (*touches_[row])[document % std::tuple_size_v<Touched>];
}

void Touches::count(Touch& touch, State state, bool mended) {
  const auto counter = [this](State of) -> std::uint64_t* {
    switch (of) {
      case State::added:
        return &report_.articles_added;
      case State::replaced:
        return &report_.articles_replaced;
      case State::unchanged:
        return &report_.articles_unchanged;
      case State::untouched:
        break;
    }
    return nullptr;
  };
  if (auto* former = counter(touch.state)) --*former;
  if (touch.mended) --report_.articles_mended;
  touch.state = state;
  touch.mended = mended;
  if (auto* now = counter(state)) ++*now;
  if (mended) ++report_.articles_mended;
}

void Touches::added(Xapian::docid document, bool mended) { count(at(document), State::added, mended); }

void Touches::replaced(Xapian::docid document, const std::string& former, const std::string& hash,
                       bool mended) {
  Touch& touch = at(document);
  if (touch.state == State::added) return count(touch, State::added, mended);
  if (originals_.keep(document, packed_key(former)) == packed_key(hash))
    count(touch, State::unchanged, false);
  else
    count(touch, State::replaced, mended);
}

void Touches::confirmed(Xapian::docid document) {
  Touch& touch = at(document);
  if (touch.state == State::untouched) count(touch, State::unchanged, false);
}

void Touches::removed(Xapian::docid document) {
  Touch& touch = at(document);
  const bool was_there = touch.state != State::added;
  count(touch, State::untouched, false);
  originals_.erase(document);
  if (!was_there) return;
  ++report_.articles_removed;
  if (keeps_names_) removed_.insert(document);
}

RunChanges Touches::changes() {
  RunChanges changes;
  for (const auto& [document, id] : names_) {
    const State state = at(document).state;
    if (removed_.contains(document))
      changes.removed.push_back(id);
    else if (state == State::added)
      changes.added.push_back(id);
    else if (state == State::replaced)
      changes.replaced.push_back(id);
  }
  return changes;
}

}  // namespace newsline
