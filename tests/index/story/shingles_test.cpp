// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/story/shingles.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>

#include "common/error.h"
#include "common/index/schema.h"
#include "tests/index/caught.h"
#include "tests/support/temporary_folder.h"

using namespace newsline;

namespace {

/// Signatures of texts that are too short: each is searched under its first four bytes.
std::string under(std::uint32_t hash) {
  std::string signature(16, 'x');
  for (std::size_t at = 0; at < 4; ++at) signature[at] = static_cast<char>(hash >> (24 - 8 * at) & 0xffU);
  return signature;
}

struct Place {
  TemporaryFolder folder;
  Xapian::WritableDatabase database{folder / "index", Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS};
  ShingleChanges changes;

  std::vector<Xapian::docid> documents(std::uint32_t hash) const {
    return ShingleReader(database, 1000).documents(hash);
  }
};

using Documents = std::vector<Xapian::docid>;

}  // namespace

TEST_SUITE("unit") {
  TEST_CASE("a hash has the documents that came with it and did not go") {
    Place place;
    for (const std::uint32_t hash : {0U, 1U, 0x3ffffU, 0x40000U, 0xffffffffU})
      for (const Xapian::docid document : {4294967295U, 7U, 300U}) place.changes.come(under(hash), document);
    place.changes.write_to(place.database);
    for (const std::uint32_t hash : {0U, 1U, 0x3ffffU, 0x40000U, 0xffffffffU})
      CHECK(place.documents(hash) == Documents{7, 300, 4294967295U});
    CHECK(place.documents(2).empty());
    CHECK(all_shingles(place.database).size() == 15);

    place.changes.go(under(1), 7);
    place.changes.go(under(0), 300);
    place.changes.come(under(0), 300);
    place.changes.come(under(2), 9);
    place.changes.go(under(2), 9);
    place.changes.write_to(place.database);
    CHECK(place.documents(1) == Documents{300, 4294967295U});
    CHECK(place.documents(0) == Documents{7, 300, 4294967295U});
    CHECK(place.documents(2).empty());
    CHECK(all_shingles(place.database).size() == 14);
  }

  TEST_CASE("an index has the hashes that its values have") {
    Place place;
    std::set<Shingle> expected;
    for (Xapian::docid number = 1; number <= 300; ++number) {
      Xapian::Document document;
      const std::string signature = number % 3 == 0 ? "" : under(number * 20000);
      document.add_value(schema::slot::kSignature, signature);
      CHECK(place.database.add_document(document) == number);
      if (!signature.empty()) expected.insert({number * 20000, number});
    }
    place.database.commit();
    write_shingles(place.database, 1000);
    const std::vector<Shingle> all = all_shingles(place.database);
    CHECK(std::set<Shingle>(all.begin(), all.end()) == expected);
    CHECK(all == shingles_of_values(place.database));
  }

  TEST_CASE("the hashes of several parts are swept in order however many are taken at once") {
    std::vector<Place> places(3);
    std::vector<Xapian::Database> parts;
    std::vector<Shingle> expected;
    for (std::size_t part = 0; part < places.size(); ++part) {
      for (Xapian::docid number = 1; number <= 100; ++number) {
        Xapian::Document document;
        const std::uint32_t hash = number * 9'000'000 + static_cast<std::uint32_t>(part % 2);
        document.add_value(schema::slot::kSignature, under(hash));
        CHECK(places[part].database.add_document(document) == number);
        expected.push_back({hash, static_cast<std::uint32_t>(100 * part) + number});
      }
      places[part].database.commit();
      parts.push_back(places[part].database);
    }
    std::ranges::sort(expected);
    for (const std::size_t at_once : {1, 7, 1000}) {
      CAPTURE(at_once);
      std::vector<Shingle> all;
      std::size_t calls = 0;
      const auto gather = [&](std::span<const Shingle> some) {
        all.insert(all.end(), some.begin(), some.end());
        ++calls;
      };
      sweep_shingles(parts, PartedDocuments(parts), gather, at_once);
      CHECK(all == expected);
      CHECK((calls == 1) == (at_once == 1000));
    }
  }

  TEST_CASE("damaged buckets are said to be damaged") {
    Place place;
    const auto is_refused = [&](const std::string& key, const std::string& bytes) {
      place.database.set_metadata(key, bytes);
      const auto error = error_of([&] { return all_shingles(place.database); });
      place.database.set_metadata(key, "");
      return error && error->kind() == ErrorKind::data;
    };
    CHECK(is_refused("shingle.0001", "\x80"));
    CHECK(is_refused("shingle.0001", "\x05"));
    CHECK(is_refused("shingle.0001", std::string("\x05\x02\x00\x02", 4)));
    CHECK(is_refused("shingle.0001", "\x80\x80\x10\x01"));
    CHECK(is_refused("shingle.4000", "\x05\x01"));
    CHECK(is_refused("shingle.x", "\x05\x01"));
    CHECK_FALSE(is_refused("shingle.3fff", "\x05\x01"));
  }
}
