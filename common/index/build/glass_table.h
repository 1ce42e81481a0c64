// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "common/index/folder/file_descriptor.h"

struct libdeflate_compressor;

namespace newsline::glass {

/// Writes one table of a glass 1.4 database, a B-tree in a file, from entries that come in the order of their
/// keys (xapian-core, backends/glass/glass_table.h tells the layout). Every block is written once. Nothing is
/// synced. Throws Error{cannot_write}.
class Table {
 public:
  /// Whether tags are deflated, where that makes them shorter.
  enum class Tags { as_they_are, deflated };

  /// `path` must not exist.
  Table(std::string path, Tags tags);

  /// `key` is greater than all before, and of 1 to 254 bytes. What is packed already is not made
  /// shorter but marked so that Xapian, which merges tables, does not try to.
  void add(std::string_view key, std::string_view tag, bool is_packed_already = false);

  /// Writes what is left; nothing can be added any more. What the version file says of the table.
  [[nodiscard]] std::string finish();

  /// The same of a table without entries, which has no file.
  [[nodiscard]] static std::string description_of_none(Tags tags);

 private:
  /// What parts a block from the one before it on its level.
  struct Divider {
    std::string key;
    unsigned component = 0;
  };

  /// The block of a level that is being filled: its directory grows from the front, items from the back.
  struct Block {
    std::vector<char> bytes;
    std::size_t directory_end = 0;
    std::size_t items_begin = 0;
    Divider divider;
  };

  void add_leaf_item(std::string_view key, unsigned component, std::string_view item);
  void add_branch_item(std::size_t level, Divider divider, std::uint32_t child);
  [[nodiscard]] Block& level(std::size_t level);
  [[nodiscard]] static bool has_room(const Block& block, std::size_t item_bytes);
  static void put(Block& block, std::string_view item);
  void clear(Block& block) const;
  std::uint32_t write(std::size_t level);
  void flush();
  [[nodiscard]] std::string_view deflated(std::string_view tag);
  [[nodiscard]] std::string_view marked(std::string_view tag);

  struct Freed {
    void operator()(libdeflate_compressor* compressor) const;
  };

  std::string path_;
  Tags tags_;
  FileDescriptor file_;
  std::unique_ptr<libdeflate_compressor, Freed> compressor_;
  std::string marked_;
  std::string compressed_;
  std::vector<Block> levels_;
  std::string last_key_;  ///< of the last item in the leaf
  std::string item_;
  std::string waiting_;  ///< finished blocks on their way to the file
  std::uint32_t blocks_ = 0;
  std::uint64_t entries_ = 0;
};

}  // namespace newsline::glass
