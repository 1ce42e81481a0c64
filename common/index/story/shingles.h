// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <string_view>
#include <unordered_map>
#include <vector>

/// Which documents have a text that is searched under a hash (searched_hashes()). They stand in the metadata,
/// in buckets of neighbouring hashes: as terms, nearly all of which one document has alone, they were the
/// greater part of an index's terms and made a build longer by a twelfth.
/// For the files of common/index only: this header mentions Xapian.
namespace newsline {

/// A document of one of several databases that are read as one.
struct PartDocument {
  std::size_t part = 0;
  Xapian::docid document = 0;
};

/// Its number among the documents of all, as Xapian gives it out: by turns.
[[nodiscard]] inline Xapian::docid number_in_all(const PartDocument& place, std::size_t parts) {
  return static_cast<Xapian::docid>((place.document - 1) * parts + place.part + 1);
}

/// The reverse.
[[nodiscard]] inline PartDocument place_in_parts(Xapian::docid number, std::size_t parts) {
  return {(number - 1) % parts, static_cast<Xapian::docid>((number - 1) / parts + 1)};
}

struct Shingle {
  std::uint32_t hash = 0;
  Xapian::docid document = 0;

  auto operator<=>(const Shingle&) const = default;
};

/// All of an index, ascending. Throws Error{data} where it is damaged.
[[nodiscard]] std::vector<Shingle> all_shingles(const Xapian::Database& database);

/// Those that an index should have by its values, ascending; nothing may wait in it for a commit.
[[nodiscard]] std::vector<Shingle> shingles_of_values(const Xapian::Database& database);

/// Calls `each` with the shingles that an index of these parts should have by their values, its documents
/// numbered as number_in_all() does: ascending, so many at a time (8 bytes each), or one bucket. Reads the
/// values once, and once more for each call.
void sweep_shingles(const std::vector<Xapian::Database>& parts,
                    const std::function<void(const std::vector<Shingle>&)>& each,
                    std::size_t at_once = 2u << 20);

/// Reads those of an index as they are asked for, each bucket once.
class ShingleReader {
 public:
  /// `database` must outlive it, and not change.
  explicit ShingleReader(const Xapian::Database& database) : database_(database) {}

  /// The documents of a hash, ascending.
  [[nodiscard]] std::vector<Xapian::docid> documents(std::uint32_t hash);

 private:
  const Xapian::Database& database_;
  std::unordered_map<std::uint32_t, std::vector<Shingle>> buckets_;
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

/// Writes those of a database that has none, by its values; nothing may wait in it for a commit.
void write_shingles(Xapian::WritableDatabase& database);

}  // namespace newsline
