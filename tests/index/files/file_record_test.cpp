// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/files/file_record.h"

#include <doctest/doctest.h>

#include <string>

#include "common/index/ledger/ledger.h"

using namespace newsline;

namespace {

const FoundFile kFile{"/srv/a", 1, -2, 3, 4};

PackedKey key_of(const std::string& path) { return packed_key(file_key(path)); }

FileEntry entry_of(const FoundFile& file) {
  FileEntry entry;
  entry.file = file;
  entry.complete = true;
  return entry;
}

}  // namespace

TEST_SUITE("unit") {
  TEST_CASE("a key in half the room is the same key in the same order") {
    const std::string small = file_key("/a") < file_key("/b") ? "/a" : "/b";
    const std::string great = small == "/a" ? "/b" : "/a";
    CHECK(unpacked_key(key_of(small)) == file_key(small));
    CHECK(key_of(small) < key_of(great));
    CHECK(bytes_of(key_of(small)) < bytes_of(key_of(great)));
    CHECK(key_of_bytes(bytes_of(key_of(small))) == key_of(small));
    CHECK(unpacked_key(packed_key("000102030405060708090a0b0c0d0eff")) == "000102030405060708090a0b0c0d0eff");
  }

  TEST_CASE("what is no key is the key of no file") {
    for (const std::string text :
         {"", "0", "000102030405060708090a0b0c0d0e0F", "000102030405060708090a0b0c0d0e0f0"})
      CHECK(packed_key(text) == PackedKey{});
  }

  TEST_CASE("a file that was found is as it was where nothing of it has changed") {
    const std::string known = known_record(file_key(kFile.path), entry_of(kFile), 7);
    const std::string found = found_record(kFile, key_of(kFile.path));
    CHECK(read_known_record(known).state == read_found_record(found).state);
    CHECK(read_known_record(known).key == read_found_record(found).key);
    CHECK(read_found_record(found).path == kFile.path);
    CHECK(read_known_record(known).source == 7);
    for (const FoundFile& changed : {FoundFile{"/srv/a", 0, -2, 3, 4}, FoundFile{"/srv/a", 1, 2, 3, 4},
                                     FoundFile{"/srv/a", 1, -2, 9, 4}, FoundFile{"/srv/a", 1, -2, 3, 9}}) {
      const std::string other = found_record(changed, key_of(changed.path));
      CHECK(read_known_record(known).state != read_found_record(other).state);
    }
  }

  TEST_CASE("what is known of a file is what its entry says") {
    FileEntry entry = entry_of(kFile);
    std::string record = known_record(file_key(kFile.path), entry, 0);
    CHECK(read_known_record(record).is_complete);
    CHECK_FALSE(read_known_record(record).has_rejections);
    CHECK_FALSE(read_known_record(record).is_settled);
    entry.complete = false;
    entry.rejections = 1;
    entry.read_ns = 3'000'000'000;
    record = known_record(file_key(kFile.path), entry, 0);
    CHECK_FALSE(read_known_record(record).is_complete);
    CHECK(read_known_record(record).has_rejections);
    CHECK(read_known_record(record).is_settled);
  }

  TEST_CASE("a planned file is the one that was found") {
    const std::string found = found_record(kFile, key_of(kFile.path));
    for (const bool is_known : {false, true}) {
      const PlannedFile planned = read_planned_record(planned_record(read_found_record(found), is_known));
      CHECK(planned.file == kFile);
      CHECK(planned.was_found);
      CHECK(planned.is_known == is_known);
    }
    const PlannedFile missing = read_planned_record(planned_record("/srv/b"));
    CHECK(missing.file == FoundFile{"/srv/b"});
    CHECK_FALSE(missing.was_found);
    CHECK(missing.is_known);
  }

  TEST_CASE("planned files are in the order of their paths") {
    CHECK(planned_record("/a") < planned_record("/a\x01"));
    CHECK(planned_record("/a") < planned_record("/a.b"));
    CHECK(planned_record("/a.b") < planned_record("/a/b"));
    CHECK(planned_record("/a/b") < planned_record("/a\xff"));
  }

  TEST_CASE("a file that was moved has the same identity") {
    CHECK(identity_record(kFile) == identity_record({"/other", 1, -2, 3, 5}));
    CHECK(identity_record(kFile) != identity_record({"/srv/a", 2, -2, 3, 4}));
    CHECK(identity_record(kFile) != identity_record({"/srv/a", 1, -3, 3, 4}));
    CHECK(identity_record(kFile) != identity_record({"/srv/a", 1, -2, 4, 4}));
  }
}
