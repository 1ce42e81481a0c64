// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/files/former_hashes.h"

#include <doctest/doctest.h>

#include <cstdint>
#include <string>

#include "common/article/file/content_hash.h"
#include "tests/support/temporary_folder.h"

using namespace newsline;

namespace {

PackedKey hash_of(std::uint32_t number) { return packed_key(content_hash(std::to_string(number))); }

}  // namespace

TEST_SUITE("unit") {
  TEST_CASE("the first hash of a document is kept until it is erased") {
    const TemporaryFolder folder;
    for (const std::size_t memory_bytes : {std::size_t{1000}, std::size_t{1} << 20}) {
      FormerHashes hashes({folder.path(), memory_bytes});
      for (std::uint32_t document = 1; document < 300; document += 3)
        REQUIRE(hashes.keep(document, hash_of(document)) == hash_of(document));
      for (std::uint32_t document = 1; document < 300; document += 3)
        REQUIRE(hashes.keep(document, hash_of(0)) == hash_of(document));
      hashes.erase(4);
      CHECK(hashes.keep(4, hash_of(0)) == hash_of(0));
      CHECK(hashes.keep(2, hash_of(2)) == hash_of(2));
      CHECK(hashes.keep(100'000, hash_of(5)) == hash_of(5));
      CHECK(hashes.keep(7, hash_of(0)) == hash_of(7));
    }
  }
}
