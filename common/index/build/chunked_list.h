// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include "common/index/build/glass_table.h"

namespace newsline::glass {

/// Of postings and of values: a chunk that has so many is full.
inline constexpr std::size_t kChunkBytes = 2000;

/// Writes a list of documents, each with a number, into a table: in chunks under a key and, from the second
/// on, their first document (xapian-core, backends/glass/glass_postlist.cc).
class ChunkedList {
 public:
  /// `first_key` is of the first chunk, `key` begins those of the others.
  ChunkedList(Table& table, std::string first_key, std::string key);

  /// What stands before the first chunk.
  void begin(std::uint64_t documents, std::uint64_t weight, std::uint32_t first);

  /// Documents ascend.
  void append(std::uint32_t document, std::uint32_t number);

  /// At least one document was appended.
  void finish() { write(true); }

 private:
  void write(bool is_last);

  Table& table_;
  std::string first_key_;
  std::string key_;
  std::string head_;
  std::string chunk_;
  std::string tag_;
  std::uint32_t first_ = 0;
  std::uint32_t last_ = 0;
  bool is_first_ = true;
};

}  // namespace newsline::glass
