// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/files/read_log.h"

#include <doctest/doctest.h>

#include <cstdint>
#include <string>

#include "common/index/ledger/ledger.h"
#include "tests/support/temporary_folder.h"

using namespace newsline;

namespace {

PackedKey key_of(std::uint64_t file) { return packed_key(file_key("/srv/" + std::to_string(file))); }

}  // namespace

TEST_SUITE("unit") {
  TEST_CASE("what a pass has read is known when it has ended") {
    const TemporaryFolder folder;
    ReadLog log({folder.path(), 1000});
    CHECK_FALSE(log.articles(key_of(1)));
    for (std::uint64_t file = 0; file < 1000; ++file) log.add(key_of(file), file);
    log.end_pass();
    for (std::uint64_t file = 0; file < 1000; ++file) REQUIRE(log.articles(key_of(file)) == file);
    CHECK_FALSE(log.articles(key_of(1000)));
  }

  TEST_CASE("the last of several passes counts") {
    const TemporaryFolder folder;
    ReadLog log({folder.path(), 1000});
    log.add(key_of(1), 1);
    log.add(key_of(2), 2);
    log.end_pass();
    log.end_pass();  // one that has read nothing
    log.add(key_of(2), 0);
    log.end_pass();
    CHECK(log.articles(key_of(1)) == 1);
    CHECK(log.articles(key_of(2)) == 0);
  }
}
