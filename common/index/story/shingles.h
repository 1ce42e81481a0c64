// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "common/index/story/parted_documents.h"

/// Which documents have a text that is searched under a hash (searched_hashes()). They stand in the metadata,
/// in buckets of neighbouring hashes: as terms, nearly all of which one document has alone, they were the
/// greater part of an index's terms and made a build longer by a twelfth.
/// For the files of common/index only: this header mentions Xapian.
namespace newsline {

struct Shingle {
  std::uint32_t hash = 0;
  Xapian::docid document = 0;

  auto operator<=>(const Shingle&) const = default;
};

/// All of an index, ascending. Throws Error{data} where it is damaged.
[[nodiscard]] std::vector<Shingle> all_shingles(const Xapian::Database& database);

/// Those that an index should have by its values, ascending; nothing may wait in it for a commit.
[[nodiscard]] std::vector<Shingle> shingles_of_values(const Xapian::Database& database);

/// Takes all shingles of some hashes, ascending; in one call after the other those of all hashes come.
using ShingleTaker = std::function<void(std::span<const Shingle>)>;

/// Gives those of an index, one bucket at a time. Throws Error{data} where it is damaged.
void for_each_bucket(const Xapian::Database& database, const ShingleTaker& taker);

/// Gives those that parts should have by their values, under the numbers of all documents: so many at a time
/// (8 bytes each), or one bucket. Reads the values once, and once more for each call.
void sweep_shingles(const std::vector<Xapian::Database>& parts, const PartedDocuments& documents,
                    const ShingleTaker& taker, std::size_t at_once);

/// Reads those of an index as they are asked for, each bucket once, as long as there is room.
class ShingleReader {
 public:
  /// `database` must outlive it, and not change. Buckets may take so much memory.
  ShingleReader(const Xapian::Database& database, std::size_t memory_bytes)
      : database_(database), memory_bytes_(memory_bytes) {}

  /// The documents of a hash, ascending.
  [[nodiscard]] std::vector<Xapian::docid> documents(std::uint32_t hash);

 private:
  using Bucket = std::vector<Shingle>;
  const Bucket& bucket(std::uint32_t number);

  const Xapian::Database& database_;
  std::size_t memory_bytes_;
  std::size_t taken_bytes_ = 0;
  std::unordered_map<std::uint32_t, Bucket> buckets_;
};

/// Documents that come and go.
class ShingleChanges {
 public:
  void come(std::string_view signature, Xapian::docid document);
  void go(std::string_view signature, Xapian::docid document);
  /// Brings the metadata up to date, and begins anew. Cost: the buckets that are touched.
  void write_to(Xapian::WritableDatabase& database);

 private:
  /// By bucket, in their order: a document may go, come anew and go again before it is written.
  struct Change {
    Shingle shingle;
    bool comes = false;
  };
  void note(std::string_view signature, Xapian::docid document, bool comes);

  std::map<std::uint32_t, std::vector<Change>> changes_;
};

/// Writes those of a database that has none, by its values; nothing may wait in it for a commit. Memory and
/// cost: as sweep_shingles().
void write_shingles(Xapian::WritableDatabase& database, std::size_t at_once);

}  // namespace newsline
