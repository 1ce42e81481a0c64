// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace newsline::glass {

/// What the version file of a database says of one of its tables.
struct TableRoot {
  std::uint32_t block = 0;
  unsigned level = 0;
  bool has_entries = false;
  std::size_t block_bytes = 0;
};

/// A key that is compared with those of many items: nearly all differ in their first bytes, which are
/// compared as one number.
class SoughtKey {
 public:
  explicit SoughtKey(std::string_view key);

  [[nodiscard]] std::string_view key() const { return key_; }

  /// Less than, equal to or greater than 0 as another key is before, equal to or behind this one. `readable`
  /// bytes can be read from where it begins.
  [[nodiscard]] int order_of(std::string_view other, std::size_t readable) const;

 private:
  static constexpr std::size_t kHeadBytes = sizeof(std::uint64_t);

  std::string_view key_;
  std::uint64_t head_;  ///< the first bytes, the first of them the highest, and zeros for those that it lacks
};

/// A block of a table: what parts it has is looked at when they are asked for, as it may be damaged, or be
/// taken by a writer for a later state while it is read (xapian-core, backends/glass/glass_table.h).
class Block {
 public:
  /// Of a leaf an entry or a part of one; of any other block what divides two blocks of the level below.
  struct Item {
    std::string_view key;
    unsigned component = 1;
    std::string_view tag;  ///< of a leaf
    bool is_first = true;  ///< components of its entry
    bool is_last = true;
    bool is_compressed = false;
  };

  Block() = default;
  /// Throws Xapian::DatabaseCorruptError where it has no items.
  explicit Block(std::string_view bytes);

  [[nodiscard]] std::size_t items() const { return items_; }
  [[nodiscard]] std::uint32_t revision() const;
  /// Throw Xapian::DatabaseCorruptError where they do not lie within the block.
  [[nodiscard]] Item leaf_item(std::size_t place) const;
  [[nodiscard]] Item branch_item(std::size_t place) const;
  [[nodiscard]] std::uint32_t child(std::size_t place) const;

  /// The same, but kNone where there is no such item or it does not lie within the block.
  [[nodiscard]] std::uint32_t child_if_any(std::size_t place) const;
  static constexpr std::uint32_t kNone = UINT32_MAX;

  /// Lets the heads of the first items be brought close to the processor meanwhile: each lies where nothing
  /// else was looked at, and to wait for one after the other was a quarter of a question for a phrase.
  void prefetch_heads() const;

  /// Whether an item does not stand behind the first component of the entry with this key. Throw likewise.
  [[nodiscard]] bool leaf_comes_first(std::size_t place, const SoughtKey& key) const;
  [[nodiscard]] bool branch_comes_first(std::size_t place, const SoughtKey& key) const;

 private:
  [[nodiscard]] std::string_view from(std::size_t place, std::size_t least) const;
  [[nodiscard]] int order_of(std::size_t place, std::size_t head, const SoughtKey& key) const;

  std::string_view bytes_;
  std::size_t items_ = 0;
};

/// A table of one state of a glass 1.4 database, a B-tree in a file, as it lies in memory that the system
/// shares with the file: to look at a block costs no call and no copy, which is thirty times what it is to
/// read one. Any number of threads.
class MappedTable {
 public:
  /// Without entries.
  MappedTable() = default;

  /// Throws Xapian::DatabaseOpeningError where there is no such file, std::system_error where it cannot be
  /// opened. Where the disk fails later, the system ends the process with SIGBUS.
  MappedTable(const std::string& path, const TableRoot& root, std::uint32_t revision);
  ~MappedTable();
  MappedTable(MappedTable&& other) noexcept;
  MappedTable& operator=(MappedTable&& other) noexcept;

  [[nodiscard]] const TableRoot& root() const { return root_; }

  /// Throws Xapian::DatabaseModifiedError where a later state has it, DatabaseCorruptError where there is no
  /// such block or it is of another level.
  [[nodiscard]] Block block(std::uint32_t number, unsigned level) const;

  /// Lets the head of a block be brought close to the processor meanwhile, if there is such a block.
  void prefetch(std::uint32_t number) const;

  /// Lets some blocks from one on be read from the disk meanwhile, as they will be asked for soon. False
  /// where they are in memory.
  bool read_ahead(std::uint32_t number, std::uint32_t blocks) const;

  /// Throws Xapian::DatabaseModifiedError where a writer has meanwhile taken a block for a later state: what
  /// was read of it before is then of no state.
  void require_kept(const Block& block) const;

 private:
  TableRoot root_;
  std::uint32_t revision_ = 0;
  const char* bytes_ = nullptr;
  std::size_t size_ = 0;
};

}  // namespace newsline::glass
