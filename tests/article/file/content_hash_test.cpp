// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/article/file/content_hash.h"

#include <doctest/doctest.h>

#include <string>

#include "common/error.h"
#include "tests/support/temporary_folder.h"

namespace {

using newsline::content_hash;
using newsline::content_hash_of_file;

TEST_SUITE("unit") {
  TEST_CASE("the hash is XXH3 of 128 bits in hexadecimal digits") {
    // Of no bytes, as xxHash's own sanity checks give it.
    CHECK(content_hash("") == "99aa06d3014798d86001c324468d497f");
    CHECK(content_hash("a") != content_hash("b"));
    CHECK(content_hash("a").size() == 32);
  }

  TEST_CASE("a file has the hash of its bytes as they lie on disk") {
    const newsline::TemporaryFolder folder;
    for (const std::size_t size : {0u, 1u, 240u, 262'144u, 700'001u}) {
      std::string bytes(size, 'x');
      for (std::size_t at = 0; at < size; ++at) bytes[at] = static_cast<char>(at * 31 % 251);
      newsline::write_file(folder / "file", bytes);
      CHECK(content_hash_of_file(folder / "file") == content_hash(bytes));
    }
  }

  TEST_CASE("a file that cannot be read is an error of data") {
    const newsline::TemporaryFolder folder;
    CHECK_THROWS_AS(static_cast<void>(content_hash_of_file(folder / "absent")), newsline::Error);
    CHECK_THROWS_AS(static_cast<void>(content_hash_of_file(folder.path())), newsline::Error);
  }
}

}  // namespace
