// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/glass/table_cursor.h"

#include <xapian.h>

#include <algorithm>
#include <optional>

#include "common/index/glass/inflate.h"

namespace newsline::glass {
namespace {

/// How far two keys of one length are apart that differ in their last bytes only, as numbers of documents do:
/// those of entries in a row are by one. Nothing where they do not.
std::optional<std::size_t> distance(std::string_view from, std::string_view to) {
  constexpr std::size_t kLastBytes = 3;
  if (from.size() != to.size() || from.size() < kLastBytes) return std::nullopt;
  const std::size_t same = from.size() - kLastBytes;
  if (from.substr(0, same) != to.substr(0, same)) return std::nullopt;
  const auto number = [&](std::string_view key) {
    std::size_t sum = 0;
    for (const char byte : key.substr(same)) sum = sum << 8U | static_cast<unsigned char>(byte);
    return sum;
  };
  return number(to) - number(from);
}

/// The last item in a block that comes first; `begin` is one, or before all.
template <typename ComesFirst>
std::size_t last_up_to(std::size_t begin, std::size_t end, ComesFirst comes_first) {
  std::size_t stride = 1;
  for (; begin + stride < end; stride *= 2) {
    if (!comes_first(begin + stride)) {
      end = begin + stride;
      break;
    }
    begin += stride;
  }
  while (end - begin > 1) {
    const std::size_t middle = begin + (end - begin) / 2;
    (comes_first(middle) ? begin : end) = middle;
  }
  return begin;
}

}  // namespace

/// Whether a key that is not before the one where it stands belongs to the block of this level.
bool TableCursor::covers(unsigned level, const SoughtKey& key) const {
  if (level == top()) return true;
  const Level& above = levels_[level + 1];
  return above.place + 1 < above.block.items() && !above.block.branch_comes_first(above.place + 1, key);
}

/// Where some leaves were looked at in a row, the system is told of others before they are needed; where it
/// has them in memory, it is asked the more seldom. Two side by side are what an entry takes, or one in the
/// other's place.
void TableCursor::go_to_leaf(std::uint32_t number) {
  constexpr std::uint32_t kNear = 4;
  constexpr std::uint32_t kAhead = 64;
  constexpr std::uint32_t kMostSteps = 8;
  constexpr std::uint32_t kRow = 3;
  const bool is_near = number > leaf_ && number - leaf_ <= kNear;
  in_a_row_ = is_near ? in_a_row_ + 1 : 0;
  if (in_a_row_ >= kRow && number + kAhead / 2 > behind_ahead_) {
    const std::uint32_t from = std::max(number, behind_ahead_);
    ahead_steps_ = table_->read_ahead(from, kAhead) ? 1 : std::min(2 * ahead_steps_, kMostSteps);
    behind_ahead_ = from + kAhead * ahead_steps_;
  }
  leaf_ = number;
  levels_.front() = {table_->block(number, 0), 0};
  levels_.front().block.prefetch_heads();
  table_->prefetch(levels_[1].block.child_if_any(levels_[1].place + 1));
}

/// To the first item of the block that the item of this level stands for.
void TableCursor::go_down(unsigned level) {
  const std::uint32_t child = levels_[level].block.child(levels_[level].place);
  if (level == 1) {
    go_to_leaf(child);
  } else {
    levels_[level - 1] = {table_->block(child, level - 1), 0};
  }
}

/// Goes on from the block of this level, and the item at which it stands.
void TableCursor::descend(unsigned level, const SoughtKey& key) {
  std::string_view before;
  for (; level > 0; --level) {
    Level& here = levels_[level];
    // What comes first on a block is reached whatever its key.
    here.place = last_up_to(here.place, here.block.items(),
                            [&](std::size_t place) { return here.block.branch_comes_first(place, key); });
    if (level == 1 && here.place != 0) before = here.block.branch_item(here.place).key;
    go_down(level);
  }
  if (goes_by_distance(before, key.key())) return;
  Level& leaf = levels_.front();
  leaf.place = last_up_to(leaf.place, leaf.block.items(),
                          [&](std::size_t place) { return leaf.block.leaf_comes_first(place, key); });
  item_ = leaf.block.leaf_item(leaf.place);
}

/// Goes to the entry with this key if it stands where it does when no number is missing between it and
/// `before`, the key of the item where the leaf stands or one before that.
bool TableCursor::goes_by_distance(std::string_view before, std::string_view key) {
  Level& leaf = levels_.front();
  const std::optional<std::size_t> far = distance(before, key);
  if (!far || *far >= leaf.block.items() - leaf.place) return false;
  const Block::Item item = leaf.block.leaf_item(leaf.place + *far);
  if (!item.is_first || item.key != key) return false;
  leaf.place += *far;
  item_ = item;
  table_->require_kept(leaf.block);
  return true;
}

bool TableCursor::find(std::string_view key) {
  if (!table_->root().has_entries) return false;
  if (is_placed_ && goes_by_distance(item_.key, key)) return true;
  const SoughtKey sought(key);
  unsigned level = 0;
  if (is_placed_ && item_.key < key) {
    while (!covers(level, sought)) ++level;
  } else {
    level = top();
    if (level >= kMaxLevels) throw Xapian::DatabaseCorruptError("a table of the index is too high");
    levels_[level] = {table_->block(table_->root().block, level), 0};
    item_ = {};
  }
  is_placed_ = true;
  descend(level, sought);
  while (!levels_.front().block.leaf_comes_first(levels_.front().place, sought) || !item_.is_first)
    if (!step(false)) throw Xapian::DatabaseCorruptError("a table of the index has no beginning");
  table_->require_kept(levels_.front().block);
  return item_.key == key;
}

bool TableCursor::next() {
  if (!table_->root().has_entries) return false;
  while (!item_.is_last)
    if (!step(true)) throw Xapian::DatabaseCorruptError("an entry of the index has no end");
  return step(true);
}

/// Goes to the item of a leaf beside the one where it stands, if there is one.
bool TableCursor::step(bool is_forward) {
  unsigned level = 0;
  const auto is_last = [&](const Level& here) {
    return is_forward ? here.place + 1 >= here.block.items() : here.place == 0;
  };
  while (is_last(levels_[level]))
    if (level++ == top()) return false;
  levels_[level].place += is_forward ? 1 : static_cast<std::size_t>(-1);
  for (; level > 0; --level) {
    go_down(level);
    Level& below = levels_[level - 1];
    if (!is_forward) below.place = below.block.items() - 1;
  }
  item_ = levels_.front().block.leaf_item(levels_.front().place);
  table_->require_kept(levels_.front().block);
  return true;
}

std::string_view TableCursor::next_key() const {
  const Level& leaf = levels_.front();
  if (leaf.place + 1 >= leaf.block.items()) return {};
  const Block::Item item = leaf.block.leaf_item(leaf.place + 1);
  return item.is_first ? item.key : std::string_view();
}

std::string_view TableCursor::tag(std::string& room) const {
  if (item_.is_last && !item_.is_compressed) return item_.tag;
  std::string_view whole = item_.tag;
  if (!item_.is_last) {
    room = item_.tag;
    for (TableCursor rest = *this; !rest.item_.is_last;) {
      if (!rest.step(true) || rest.item_.is_first)
        throw Xapian::DatabaseCorruptError("an entry of the index has no end");
      room += rest.item_.tag;
    }
    whole = room;
  }
  if (!item_.is_compressed) return whole;
  room = inflated(whole);
  return room;
}

}  // namespace newsline::glass
