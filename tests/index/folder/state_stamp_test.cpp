// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/folder/state_stamp.h"

#include <doctest/doctest.h>

#include <chrono>
#include <filesystem>
#include <thread>

#include "tests/support/temporary_folder.h"

using namespace newsline;

namespace {

/// An index as far as a stamp looks at it.
struct Stamped {
  TemporaryFolder folder;

  Stamped() {
    replace("XAPIANDB");
    replace("gen-000001/iamglass");
  }

  [[nodiscard]] StateStamp stamp() const { return {folder.path(), "gen-000001"}; }

  /// As a commit does, and publishing.
  void replace(const std::string& name) const {
    write_file(folder / (name + ".tmp"), "x");
    std::filesystem::rename(folder / (name + ".tmp"), folder / name);
  }
};

}  // namespace

TEST_SUITE("unit") {
  TEST_CASE("a state is surely the same as long as neither of its files is replaced") {
    const Stamped index;
    CHECK_FALSE(index.stamp().is_surely(index.stamp()));  // a commit can have come in the same tick
    std::this_thread::sleep_for(std::chrono::milliseconds(2100));
    for (const char* const name : {"gen-000001/iamglass", "XAPIANDB"}) {
      const StateStamp before = index.stamp();
      if (name[0] == 'g') CHECK(before.is_surely(index.stamp()));
      index.replace(name);
      CHECK_FALSE(before.is_surely(index.stamp()));
      CHECK_FALSE(index.stamp().is_surely(index.stamp()));
    }
  }

  TEST_CASE("of an index that is not there no state is surely the same") {
    const TemporaryFolder folder;
    const StateStamp missing(folder.path(), "gen-000001");
    CHECK_FALSE(missing.is_surely(missing));
    CHECK_FALSE(StateStamp().is_surely(StateStamp()));
  }
}
