// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "common/index/story/shingles.h"

/// For the files of common/index only: this header mentions Xapian.
namespace newsline {

/// Which texts of an index are copies of which, as far as it was looked at. Texts of one searched hash are
/// ordered by their signatures, and each is compared with kNeighbours before and behind it: that many alike
/// are a story in any case, and a hash that thousands have costs no square. What is a copy of what is said by
/// the texts of the index alone, not by their numbers or the order in which they came.
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

  explicit CopyGraph(const Xapian::Database& database) : database_(database), shingles_(database) {}

  /// Looks at all texts that share a hash with another.
  void load_all();
  /// The same by their values: these are the parts that the database was put together from, in their order.
  void load_all(const std::vector<Xapian::Database>& parts);
  /// Looks at the texts that stand, or would stand, beside this one; gives their places.
  [[nodiscard]] std::vector<std::uint32_t> load_beside(std::string_view signature);

  [[nodiscard]] const std::vector<Text>& texts() const { return texts_; }
  [[nodiscard]] bool knows(Xapian::docid document) const { return place_of_.contains(document); }

  /// All texts that are joined with this one by copies of copies, itself included; none if they were taken
  /// before.
  [[nodiscard]] std::vector<std::uint32_t> take_component(std::uint32_t text);

 private:
  using Bucket = std::vector<std::uint32_t>;  ///< texts, ascending by signature

  void load(const std::vector<Shingle>& shingles);
  const Bucket& bucket(std::uint32_t hash);
  Bucket compared(const std::vector<Xapian::docid>& documents);
  std::uint32_t place_of(Xapian::docid document);
  void compare(const Bucket& bucket);

  const Xapian::Database& database_;
  std::vector<Text> texts_;
  std::unordered_map<std::string, std::uint32_t> by_signature_;
  std::unordered_map<Xapian::docid, std::uint32_t> place_of_;
  ShingleReader shingles_;
  std::unordered_map<std::uint32_t, Bucket> buckets_;
  bool is_whole_ = false;
};

}  // namespace newsline
