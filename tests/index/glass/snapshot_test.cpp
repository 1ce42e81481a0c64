// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/glass/snapshot.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>

#include "common/index/glass/data_list.h"
#include "tests/support/temporary_folder.h"

namespace newsline {
namespace {

struct Small {
  Small() { commit("first"); }

  void commit(const std::string& text) {
    Xapian::Document document;
    document.set_data(text);
    document.add_term("term");
    database.add_document(document);
    database.commit();
  }

  TemporaryFolder folder;
  std::string path = folder / "database";
  Xapian::WritableDatabase database{path, Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS | Xapian::DB_NO_SYNC};
};

}  // namespace

TEST_SUITE("unit") {
  TEST_CASE("a state that is no longer the newest is not opened") {
    Small small;
    const Xapian::Database before(small.path);
    small.commit("second");
    CHECK_THROWS_AS(Snapshot(before, small.path), Xapian::DatabaseModifiedError);
    const Snapshot newest(Xapian::Database(small.path), small.path);
    CHECK(DataList(newest).of(2) == "second");
  }

  TEST_CASE("a table that is not there or cut short is an error") {
    const Small small;
    const Xapian::Database database(small.path);
    const std::string table = small.path + "/postlist.glass";
    std::filesystem::resize_file(table, 100);
    CHECK_THROWS_AS(Snapshot(database, small.path), Xapian::DatabaseCorruptError);
    std::filesystem::remove(table);
    CHECK_THROWS_AS(Snapshot(database, small.path), Xapian::DatabaseOpeningError);
  }

  TEST_CASE("a version file of no form that is known is an error") {
    const Small small;
    const Xapian::Database database(small.path);
    std::filesystem::resize_file(small.path + "/iamglass", 40);
    CHECK_THROWS_AS(Snapshot(database, small.path), Xapian::DatabaseCorruptError);
    std::ofstream(small.path + "/iamglass") << "something else that is long enough to be one";
    CHECK_THROWS_AS(Snapshot(database, small.path), Xapian::DatabaseCorruptError);
  }

  TEST_CASE("texts are read that xapian takes for damaged") {
    // 1.4.22 does where the end of a text is one repetition and lies behind a multiple of 8192 bytes.
    Small small;
    for (const std::size_t length : {8192, 8194, 16450, 24655}) {
      small.commit(std::string(length, 'a'));
      const Snapshot snapshot(small.database, small.path);
      CHECK(DataList(snapshot).of(snapshot.get_lastdocid()) == std::string(length, 'a'));
    }
  }
}

}  // namespace newsline
