// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/folder/index_folder.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <string>
#include <vector>

#include "tests/index/caught.h"
#include "tests/support/temporary_folder.h"

using namespace newsline;

namespace {

namespace fs = std::filesystem;

using Names = std::vector<std::string>;

void make_generation(const TemporaryFolder& folder, const std::string& name) {
  write_file(folder / (name + "/iamglass"), "x");
}

}  // namespace

TEST_SUITE("unit") {
  TEST_CASE("only a line of our own form names the generation in use") {
    const TemporaryFolder folder;
    CHECK_FALSE(current_generation(folder / "missing"));
    CHECK_FALSE(current_generation(folder.path()));
    for (const std::string text : {"glass gen-000001\n", "glass gen-123456789\n"}) {
      write_file(folder / "XAPIANDB", text);
      CHECK("glass " + current_generation(folder.path()).value_or("") + "\n" == text);
    }
    const Names foreign = {"",
                           "\n",
                           "glass gen-000001",
                           "glass gen-000001\n\n",
                           "glass gen-1\n",
                           "glass gen-00000a\n",
                           "glass gen--00001\n",
                           "glass ../gen-000001\n",
                           "glass gen-000001/..\n",
                           "auto gen-000001\n",
                           "remote :touch x\n",
                           "remote host:80\n",
                           "glass gen-000001\nremote :touch x\n",
                           "#\nglass gen-000001\n",
                           std::string("glass gen-000001\0\n", 18),
                           std::string(1000, 'x')};
    for (const std::string& text : foreign) {
      CAPTURE(text);
      write_file(folder / "XAPIANDB", text);
      CHECK(caught([&] { return current_generation(folder.path()); }) == ErrorKind::data);
    }
  }

  TEST_CASE("generations are listed by number and the next is behind them") {
    const TemporaryFolder folder;
    CHECK(next_generation(folder.path()) == "gen-000001");
    for (const std::string name : {"gen-000010", "gen-000002", "gen-1000000", "gen-3", "gen-000004.tmp", "x"})
      make_generation(folder, name);
    CHECK(generations(folder.path()) == Names{"gen-000002", "gen-000010", "gen-1000000"});
    CHECK(next_generation(folder.path()) == "gen-1000001");
  }

  TEST_CASE("publishing switches to a generation and leaves no other file") {
    const TemporaryFolder folder;
    make_generation(folder, "gen-000001");
    make_generation(folder, "gen-000002");
    publish_generation(folder.path(), "gen-000001");
    CHECK(current_generation(folder.path()) == "gen-000001");
    publish_generation(folder.path(), "gen-000002");
    CHECK(current_generation(folder.path()) == "gen-000002");
    CHECK_FALSE(fs::exists(folder / "XAPIANDB.tmp"));
  }

  TEST_CASE("publishing what is not there leaves the former in use") {
    const TemporaryFolder folder;
    make_generation(folder, "gen-000001");
    publish_generation(folder.path(), "gen-000001");
    CHECK(caught([&] { publish_generation(folder.path(), "gen-000002"); }) == ErrorKind::cannot_write);
    CHECK(current_generation(folder.path()) == "gen-000001");
  }

  TEST_CASE("the generation in use and the one before it are kept and all others removed") {
    const TemporaryFolder folder;
    for (const std::string name : {"gen-000001", "gen-000002", "gen-000003", "gen-000004"})
      make_generation(folder, name);
    for (const std::string name :
         {"gen-000005.tmp/x", "gen-000005.compact.tmp/x", "XAPIANDB.tmp", "mine.tmp"})
      write_file(folder / name, "");
    publish_generation(folder.path(), "gen-000003");
    remove_old_generations(folder.path());
    CHECK(generations(folder.path()) == Names{"gen-000002", "gen-000003"});
    CHECK_FALSE(fs::exists(folder / "gen-000005.tmp"));
    CHECK_FALSE(fs::exists(folder / "gen-000005.compact.tmp"));
    CHECK(fs::exists(folder / "mine.tmp"));
  }

  TEST_CASE("without a generation in use none is removed") {
    const TemporaryFolder folder;
    make_generation(folder, "gen-000001");
    remove_old_generations(folder.path());
    CHECK(generations(folder.path()) == Names{"gen-000001"});
  }
}
