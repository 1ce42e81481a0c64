// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/ledger/sources.h"

#include <doctest/doctest.h>

#include <set>
#include <string>

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

FileEntry entry_of(const std::string& path) {
  FileEntry entry;
  entry.file.path = path;
  entry.complete = true;
  return entry;
}

/// The paths of all files.
std::set<std::string> entries_of(const Xapian::Database& database) {
  std::set<std::string> paths;
  for_each_entry(database, [&](const std::string& key, const FileEntry& entry) {
    CHECK(key == file_key(entry.file.path));
    paths.insert(entry.file.path);
  });
  return paths;
}

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
    CHECK(caught([&] { static_cast<void>(entries_of(database)); }) == ErrorKind::data);
    CHECK(caught([&] { static_cast<void>(find_entry(database, "1")); }) == ErrorKind::data);
  }

  TEST_CASE("what the ledger holds is there before and after a commit") {
    Fixture fixture;
    Xapian::WritableDatabase& database = fixture.database;
    Ledger ledger(database, database);
    for (const std::string path : {"/a", "/b", "/c"}) ledger.put(entry_of(path));
    ledger.mark_incomplete(file_key("/b"));
    ledger.mark_incomplete(file_key("/unknown"));
    ledger.erase(file_key("/c"));
    for (int round = 0; round < 2; ++round) {
      CHECK(ledger.find(file_key("/a")) == entry_of("/a"));
      CHECK_FALSE(ledger.find(file_key("/b"))->complete);
      CHECK_FALSE(ledger.find(file_key("/c")));
      CHECK(entries_of(database) == std::set<std::string>{"/a", "/b"});
      database.commit();
    }
  }

  TEST_CASE("what is announced is known and not written") {
    Fixture fixture;
    Ledger ledger(fixture.database, fixture.database);
    ledger.announce(entry_of("/a"));
    CHECK(ledger.find(file_key("/a")) == entry_of("/a"));
    CHECK_FALSE(find_entry(fixture.database, file_key("/a")));
    FileEntry entry = entry_of("/a");
    entry.articles = 7;
    ledger.put(entry);
    CHECK(ledger.find(file_key("/a")) == entry);
  }

  TEST_CASE("a ledger beside the one that must not be written sees its own changes") {
    Fixture former;
    Ledger(former.database, former.database).put(entry_of("/a"));
    Ledger(former.database, former.database).put(entry_of("/b"));
    Fixture beside;
    Ledger ledger(former.database, beside.database);
    ledger.mark_incomplete(file_key("/a"));
    ledger.erase(file_key("/b"));
    CHECK_FALSE(ledger.find(file_key("/a"))->complete);
    CHECK_FALSE(ledger.find(file_key("/b")));
    CHECK(find_entry(former.database, file_key("/a")) == entry_of("/a"));
    CHECK(find_entry(former.database, file_key("/b")) == entry_of("/b"));
  }
}
