// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

#include "common/index/glass/mapped_table.h"

namespace newsline::glass {

/// A place in a table, whose entries are sorted by key. The table must live as long. Throws as
/// MappedTable::block() and Block do. One thread.
class TableCursor {
 public:
  explicit TableCursor(const MappedTable& table) : table_(&table) {}

  /// Goes to the entry with this key, and is true; else to the last one before, or to one before all that
  /// has neither key nor tag. A block of each level is looked at, three for a million articles, or of some
  /// where the key is a little behind the one found last.
  bool find(std::string_view key);

  /// Goes on from where it was found; false, and no further, at the end.
  bool next();

  /// Of the entry where it stands.
  [[nodiscard]] std::string_view key() const { return item_.key; }

  /// The key of the entry behind it, if that lies on the same block; else nothing.
  [[nodiscard]] std::string_view next_key() const;

  /// As long as the table where it is short, else in `room`, where it is put together and inflated.
  [[nodiscard]] std::string_view tag(std::string& room) const;

 private:
  /// The greatest height of a tree.
  static constexpr std::size_t kMaxLevels = 10;

  struct Level {
    Block block;
    std::size_t place = 0;
  };

  [[nodiscard]] unsigned top() const { return table_->root().level; }
  [[nodiscard]] bool covers(unsigned level, const SoughtKey& key) const;
  [[nodiscard]] bool goes_by_distance(std::string_view before, std::string_view key);
  void descend(unsigned level, const SoughtKey& key);
  bool step(bool is_forward);
  void go_to_leaf(std::uint32_t number);
  void go_down(unsigned level);

  const MappedTable* table_;
  std::array<Level, kMaxLevels> levels_{};  ///< of the leaf first
  Block::Item item_;                        ///< of the leaf where it stands
  bool is_placed_ = false;                  ///< whether it was found
  std::uint32_t leaf_ = 0;                  ///< number of its block
  std::uint32_t in_a_row_ = 0;              ///< leaves, each near the one before it
  std::uint32_t ahead_steps_ = 1;           ///< of read_ahead(), until it is asked again
  std::uint32_t behind_ahead_ = 0;          ///< first block that was not asked to be read ahead
};

}  // namespace newsline::glass
