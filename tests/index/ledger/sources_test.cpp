// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/ledger/sources.h"

#include <doctest/doctest.h>

#include "common/index/ledger/ledger.h"
#include "common/index/schema.h"
#include "tests/index/caught.h"
#include "tests/support/temporary_folder.h"

using namespace newsline;

namespace {

/// An empty database of a test's own.
struct Fixture {
  TemporaryFolder folder;
  Xapian::WritableDatabase database{folder / "database", Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS};
};

}  // namespace

TEST_SUITE("unit") {
  TEST_CASE("sources keep the order in which they were first given") {
    Fixture fixture;
    Xapian::WritableDatabase& database = fixture.database;
    Sources sources(database);
    for (const std::string path : {"/z", "/a", "/z", "/caf\xe9"}) sources.remember(database, path);
    database.commit();
    const Sources again(database);
    REQUIRE(again.in_order().size() == 3);
    CHECK(again.in_order()[0].path == "/z");
    CHECK(again.in_order()[1].path == "/a");
    CHECK(again.in_order()[2].path == "/caf\xe9");
  }

  TEST_CASE("a file belongs to the first source that contains it") {
    Fixture fixture;
    Xapian::WritableDatabase& database = fixture.database;
    Sources sources(database);
    sources.remember(database, "/srv/news");
    sources.remember(database, "/srv");
    REQUIRE(sources.owner_of("/srv/news/a"));
    CHECK(sources.owner_of("/srv/news/a")->path == "/srv/news");
    CHECK(sources.owner_of("/srv/newspaper")->path == "/srv");
    CHECK(sources.owner_of("/srv")->path == "/srv");
    CHECK(sources.owner_of("/home") == nullptr);
  }

  TEST_CASE("a damaged source or entry of a file is an error") {
    Fixture fixture;
    Xapian::WritableDatabase& database = fixture.database;
    database.set_metadata(std::string(schema::key::kSource) + "1", "{");
    database.set_metadata(std::string(schema::key::kFile) + "1", "x");
    database.commit();
    CHECK(caught([&] { const Sources sources(database); }) == ErrorKind::data);
    CHECK(caught([&] { const Ledger ledger(database); }) == ErrorKind::data);
  }

  TEST_CASE("the ledger in memory and the one on disk agree") {
    Fixture fixture;
    Xapian::WritableDatabase& database = fixture.database;
    Ledger ledger(database);
    for (const std::string path : {"/a", "/b", "/c"}) {
      FileEntry entry;
      entry.file.path = path;
      entry.complete = true;
      ledger.put(database, entry);
    }
    ledger.mark_incomplete(database, file_key("/b"));
    ledger.mark_incomplete(database, file_key("/unknown"));
    ledger.erase(database, file_key("/c"));
    database.commit();
    const Ledger again(database);
    CHECK(again.entries() == ledger.entries());
    CHECK(again.entries().size() == 2);
    CHECK_FALSE(again.find(file_key("/b"))->complete);
    CHECK(again.find(file_key("/c")) == nullptr);
  }
}
