// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <deque>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/index/files/sorted_records.h"
#include "common/index/story/parted_documents.h"
#include "common/index/story/shingles.h"

/// For the files of common/index only: this header mentions Xapian.
namespace newsline {

/// Which texts are copies of which, and which documents have the same text. A text goes by its first
/// document. Memory: a few lists of the scratch, however many copies there are.
class CopyLinks {
 public:
  CopyLinks(Signatures& signatures, const Scratch& scratch)
      : signatures_(signatures), scratch_(scratch), copies_(scratch), equals_(scratch) {}

  /// Takes all shingles of some hashes, ascending.
  void look_at(std::span<const Shingle> shingles);
  /// Ends the looking.
  void sort();

  /// A text and some of its copies: number_at() every four bytes.
  [[nodiscard]] const SortedRecords& copies() const { return copies_; }
  /// A text and a later document that has it, likewise.
  [[nodiscard]] const SortedRecords& equals() const { return equals_; }
  /// Gives room and open files back.
  void drop_copies() { copies_.drop(); }
  void drop_equals() { equals_.drop(); }
  [[nodiscard]] bool are_there() const { return copies_.count() + equals_.count() != 0; }

 private:
  struct Text {
    std::string signature;
    std::uint32_t document = 0;
    std::vector<std::uint32_t> copies{};
  };

  void look_at_hash(std::uint32_t hash, std::span<const Shingle> shingles);
  void compare_on_disk(std::uint32_t hash, std::span<const Shingle> shingles);
  void pass(std::uint32_t hash, std::string_view signature, std::uint32_t document);
  void put_first();

  Signatures& signatures_;
  Scratch scratch_;
  SortedRecords copies_;
  SortedRecords equals_;
  std::deque<Text> window_;  ///< the last kNeighbours of a hash, ascending by signature
};

}  // namespace newsline
