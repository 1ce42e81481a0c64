// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "common/index/story/shingles.h"

/// For the files of common/index only: this header mentions Xapian.
namespace newsline {

/// Which texts of an index are copies of which, beside some of them, in memory. Texts of one searched hash
/// are ordered by their signatures, and each is compared with kNeighbours before and behind it: that many
/// alike are a story in any case, and a hash that thousands have costs no square. What is a copy of what is
/// said by the texts of the index alone, not by their numbers or the order in which they came.
class CopyGraph {
 public:
  static constexpr std::size_t kNeighbours = 32;

  /// A text, and the documents that have it.
  struct Text {
    std::string signature;
    std::vector<Xapian::docid> documents{};
    std::vector<std::uint32_t> copies{};  ///< places of texts
    bool is_taken = false;                ///< by a component
  };

  /// May take so much memory, and as much again.
  CopyGraph(const Xapian::Database& database, std::size_t memory_bytes)
      : database_(database), room_bytes_(memory_bytes), shingles_(database, memory_bytes) {}

  /// Whether it would have taken more: what it says from then on is not all.
  [[nodiscard]] bool is_full() const { return room_bytes_ == 0; }

  /// Looks at the texts that stand, or would stand, beside this one; gives their places.
  [[nodiscard]] std::vector<std::uint32_t> load_beside(std::string_view signature);

  [[nodiscard]] const std::vector<Text>& texts() const { return texts_; }

  /// All texts that are joined with this one by copies of copies, itself included; none if they were taken
  /// before.
  [[nodiscard]] std::vector<std::uint32_t> take_component(std::uint32_t text);

 private:
  using Bucket = std::vector<std::uint32_t>;  ///< texts, ascending by signature

  const Bucket& bucket(std::uint32_t hash);
  Bucket compared(const std::vector<Xapian::docid>& documents);
  std::uint32_t place_of(Xapian::docid document);
  void compare(const Bucket& bucket);
  void take_room(std::size_t bytes) { room_bytes_ -= std::min(room_bytes_, bytes); }

  const Xapian::Database& database_;
  std::size_t room_bytes_;
  std::vector<Text> texts_;
  std::unordered_map<std::string, std::uint32_t> by_signature_;
  std::unordered_map<Xapian::docid, std::uint32_t> place_of_;
  ShingleReader shingles_;
  std::unordered_map<std::uint32_t, Bucket> buckets_;
};

}  // namespace newsline
