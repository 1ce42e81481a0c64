// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/article/file/regular_file.h"

#include <doctest/doctest.h>
#include <sys/stat.h>

#include <array>
#include <filesystem>

#include "common/article/file/content_hash.h"
#include "common/article/rejection.h"
#include "tests/support/temporary_folder.h"

using namespace newsline;

TEST_SUITE("unit") {
  TEST_CASE("a file is read in pieces to its end") {
    const TemporaryFolder folder;
    write_file(folder / "a", "abcde");
    RegularFile file(folder / "a");
    std::array<char, 3> bytes{};
    CHECK(file.read(bytes.data(), bytes.size()) == 3);
    CHECK(file.read(bytes.data(), bytes.size()) == 2);
    CHECK(file.read(bytes.data(), bytes.size()) == 0);
  }

  TEST_CASE("what is no regular file is neither waited for nor read") {
    const TemporaryFolder folder;
    REQUIRE(::mkfifo((folder / "pipe").c_str(), 0600) == 0);
    std::filesystem::create_directory(folder / "folder");
    for (const char* name : {"pipe", "folder", "absent"}) {
      CAPTURE(name);
      CHECK_THROWS_AS(RegularFile(folder / name), UnreadableFile);
      CHECK_THROWS_AS((void)content_hash_of_file(folder / name), UnreadableFile);
    }
  }

  TEST_CASE("only that a file cannot be read is a rejection that may pass") {
    CHECK(rejection_for(UnreadableFile("/a", "input/output error"), "/a", 0).may_pass);
    CHECK_FALSE(rejection_for(Error(ErrorKind::data, "damaged"), "/a", 0).may_pass);
  }
}
