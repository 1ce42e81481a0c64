// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/files/found_files.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <map>
#include <set>
#include <string>

#include "common/index/files/file_record.h"
#include "common/index/files/known_files.h"
#include "common/index/ledger/ledger.h"
#include "tests/index/caught.h"
#include "tests/support/temporary_folder.h"

using namespace newsline;

namespace {

namespace fs = std::filesystem;

std::multiset<std::string> paths_of(const FoundFiles& files) {
  std::multiset<std::string> paths;
  RecordCursor records = files.records();
  while (records.next()) paths.emplace(read_found_record(records.record()).path);
  return paths;
}

}  // namespace

TEST_SUITE("unit") {
  TEST_CASE("the files of all sources are found by key but not those of the index") {
    const TemporaryFolder folder;
    for (const std::string path : {"one/a", "one/index/b", "two/c"}) write_file(folder / path, "text");
    for (const std::size_t memory_bytes : {std::size_t{1}, std::size_t{1} << 20}) {
      FoundFiles files({folder / "one", folder / "two"}, folder / "one/index", {folder.path(), memory_bytes});
      CHECK(files.finish().empty());
      CHECK(paths_of(files) == std::multiset<std::string>{folder / "one/a", folder / "two/c"});
      CHECK(files.contains(packed_key(file_key(folder / "two/c"))));
      CHECK_FALSE(files.contains(packed_key(file_key(folder / "one/index/b"))));
    }
  }

  TEST_CASE("a file of two sources is found twice") {
    const TemporaryFolder folder;
    write_file(folder / "a/b", "text");
    FoundFiles files({folder / "a", folder / "a/b"}, folder / "index", {folder.path(), 1000});
    CHECK(files.finish().empty());
    CHECK(paths_of(files).count(folder / "a/b") == 2);
  }

  TEST_CASE("a source that is not there ends the walk") {
    const TemporaryFolder folder;
    FoundFiles files({folder / "absent"}, folder / "index", {folder.path(), 1000});
    CHECK(caught([&] { static_cast<void>(files.finish()); }) == ErrorKind::usage);
  }

  TEST_CASE("the files that the ledger knows are told by key with their sources") {
    const TemporaryFolder folder;
    Xapian::WritableDatabase database(folder / "database", Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS);
    Ledger ledger(database, database);
    for (int number = 0; number < 100; ++number) {
      FileEntry entry;
      entry.file.path = "/srv/" + std::to_string(number);
      entry.source = number % 2 == 0 ? "/srv" : "/other";
      entry.articles = 2;
      ledger.put(entry);
    }
    const KnownFiles files(database, {folder.path(), 1000});
    CHECK(files.articles() == std::map<std::string, std::uint64_t>{{"/srv", 100}, {"/other", 100}});
    std::set<std::string> keys;
    RecordCursor records = files.records();
    while (records.next()) {
      const KnownRecord known = read_known_record(records.record());
      const auto entry = ledger.find(unpacked_key(key_of_bytes(known.key)));
      REQUIRE(entry);
      CHECK(files.source(known.source) == entry->source);
      CHECK((keys.empty() || *keys.rbegin() < file_key(entry->file.path)));
      keys.insert(file_key(entry->file.path));
    }
    CHECK(keys.size() == 100);
  }
}
