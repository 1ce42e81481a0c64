// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/article/file/walk.h"

#include <doctest/doctest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

#include "common/error.h"
#include "tests/support/temporary_folder.h"

namespace {

using newsline::Error;
using newsline::ErrorKind;
using newsline::TemporaryFolder;
using newsline::walk;
using newsline::write_file;

using Names = std::vector<std::string>;

/// What the walk of a source finds, without the folder before it.
Names found_in(const TemporaryFolder& folder, const std::string& source) {
  const newsline::Walk walked = walk(source);
  CHECK(walked.rejections.empty());
  Names names;
  for (const auto& file : walked.files) {
    CHECK(file.path.starts_with(folder.path() + "/"));
    names.push_back(file.path.substr(folder.path().size() + 1));
  }
  return names;
}

Names found_in(const TemporaryFolder& folder) { return found_in(folder, folder.path()); }

ErrorKind kind_of_error(const std::string& source) {
  try {
    static_cast<void>(walk(source));
  } catch (const Error& error) {
    return error.kind();
  }
  return ErrorKind::busy;
}

TEST_SUITE("unit") {
  TEST_CASE("files are found at any depth in byte order of their paths") {
    const TemporaryFolder folder;
    const Names names = {"A.txt", "a-b/1.txt", "a.txt", "a/0/x", "a/1.txt", "a0", "я.txt"};
    for (auto name = names.rbegin(); name != names.rend(); ++name) write_file(folder / *name, "x");
    std::filesystem::create_directory(folder / "empty");
    CHECK(found_in(folder) == names);
  }

  TEST_CASE("hidden files and backup files are passed over in folders only") {
    const TemporaryFolder folder;
    for (const char* name :
         {".a", ".git/b", "c~", "#d#", "e.bak", "f.tmp", "g.swp", "h.txt", "#", "#k", "i#", "~j"}) {
      write_file(folder / name, "x");
    }
    CHECK(found_in(folder) == Names{"#", "#k", "h.txt", "i#", "~j"});
    CHECK(found_in(folder, folder / "c~") == Names{"c~"});
    CHECK(found_in(folder, folder / ".a") == Names{".a"});
    CHECK(found_in(folder, folder / ".git") == Names{".git/b"});
  }

  TEST_CASE("a link is followed only where it is the source") {
    const TemporaryFolder folder;
    const TemporaryFolder outside;
    write_file(folder / "in/a.txt", "x");
    write_file(outside / "secret.txt", "x");
    std::filesystem::create_symlink(outside.path(), folder / "in/out");
    std::filesystem::create_symlink(outside / "secret.txt", folder / "in/file");
    std::filesystem::create_symlink(folder / "in", folder / "in/loop");
    std::filesystem::create_symlink("nowhere", folder / "in/broken");
    std::filesystem::create_symlink(folder / "in", folder / "link");
    CHECK(found_in(folder, folder / "in") == Names{"in/a.txt"});
    CHECK(found_in(folder, folder / "link") == Names{"link/a.txt"});
    CHECK(found_in(folder, folder / "in/file") == Names{"in/file"});
  }

  TEST_CASE("pipes and sockets are passed over and are no source") {
    const TemporaryFolder folder;
    REQUIRE(::mkfifo((folder / "pipe").c_str(), 0600) == 0);
    REQUIRE(::mknod((folder / "socket").c_str(), S_IFSOCK | 0600, 0) == 0);
    CHECK(found_in(folder).empty());
    CHECK(kind_of_error(folder / "pipe") == ErrorKind::data);
    CHECK(kind_of_error("/dev/null") == ErrorKind::data);
  }

  TEST_CASE("a source that does not exist is an error of usage with its name") {
    const TemporaryFolder folder;
    CHECK(kind_of_error(folder / "absent") == ErrorKind::usage);
    write_file(folder / "a", "x");
    CHECK(kind_of_error(folder / "a/b") == ErrorKind::usage);
    CHECK_THROWS_WITH_AS(static_cast<void>(walk(folder / "absent")),
                         ("\"" + (folder / "absent") + "\" does not exist").c_str(), Error);
  }

  TEST_CASE("a folder that cannot be opened is rejected and the walk goes on" *
            doctest::skip(::geteuid() == 0)) {
    const TemporaryFolder folder;
    write_file(folder / "closed/a.txt", "x");
    write_file(folder / "open/b.txt", "x");
    REQUIRE(::chmod((folder / "closed").c_str(), 0) == 0);
    const newsline::Walk walked = walk(folder.path());
    REQUIRE(::chmod((folder / "closed").c_str(), 0700) == 0);
    REQUIRE(walked.rejections.size() == 1);
    CHECK(describe(walked.rejections[0]) ==
          (folder / "closed") + ": cannot open the folder: permission denied");
    CHECK(walked.rejections[0].may_pass);
    REQUIRE(walked.files.size() == 1);
    CHECK(walked.files[0].path == folder / "open/b.txt");
  }

  TEST_CASE("folders deeper than a hundred are rejected") {
    const TemporaryFolder folder;
    std::string deep = "top";
    for (int depth = 0; depth < 101; ++depth) deep += "/d";
    write_file(folder / (deep + "/a.txt"), "x");
    const newsline::Walk walked = walk(folder / "top");
    CHECK(walked.files.empty());
    REQUIRE(walked.rejections.size() == 1);
    CHECK(walked.rejections[0].reason == "folders deeper than 100 are not read");
    CHECK_FALSE(walked.rejections[0].may_pass);
  }

  TEST_CASE("names may be any bytes") {
    const TemporaryFolder folder;
    const Names names = {"a\nb.txt", "c\x1B[31m.txt", "d\xFF.txt", "e f.txt"};
    for (const std::string& name : names) write_file(folder / name, "x");
    CHECK(found_in(folder) == names);
  }

  TEST_CASE("size and time tell a changed file from an unchanged one") {
    const TemporaryFolder folder;
    write_file(folder / "a", "12345");
    const auto before = walk(folder.path()).files.at(0);
    CHECK(before.size_bytes == 5);
    CHECK(before == walk(folder / "a").files.at(0));
    const auto changed = std::filesystem::last_write_time(folder / "a") + std::chrono::nanoseconds(1'000'007);
    std::filesystem::last_write_time(folder / "a", changed);
    CHECK(walk(folder.path()).files.at(0).modified_ns == before.modified_ns + 1'000'007);
    std::filesystem::last_write_time(folder / "a", changed - std::chrono::years(20));
    const auto set_back = walk(folder.path()).files.at(0);
    CHECK(set_back.modified_ns < before.modified_ns);
    CHECK(set_back.changed_ns >= before.changed_ns);
    CHECK(before.changed_ns > set_back.modified_ns);
    std::filesystem::rename(folder / "a", folder / "b");
    write_file(folder / "a", "12345");
    CHECK(walk(folder / "a").files.at(0).inode != before.inode);
  }
}

}  // namespace
