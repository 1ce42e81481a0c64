// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/document/name_numbers.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "common/error.h"
#include "common/index/document/values.h"
#include "tests/index/glass/filled_archive.h"

using namespace newsline;

namespace {

constexpr std::uint32_t kTags = schema::slot::kTags;
constexpr std::uint32_t kSource = schema::slot::kSource;

std::string tag(std::size_t number) { return names_value({"tag " + std::to_string(number)}); }

}  // namespace

TEST_SUITE("unit") {
  TEST_CASE("values that share a slot have numbers in the order in which they come") {
    NameNumbers numbers;
    for (int turn = 0; turn < 2; ++turn) {
      CHECK(number_in(numbers.stored(kTags, tag(7))) == 0);
      CHECK(number_in(numbers.stored(kTags, tag(8))) == 1);
      CHECK(number_in(numbers.stored(kTags, names_value({"tag 7", "tag 8"}))) == 2);
      CHECK(number_in(numbers.stored(kSource, tag(8))) == 0);
    }
  }

  TEST_CASE("what has no number is stored as it is") {
    NameNumbers numbers;
    const std::string longest = names_value({std::string(253, 'x')});
    const std::string longer = names_value({std::string(254, 'x')});
    CHECK(numbers.stored(kTags, "").empty());
    CHECK(number_in(numbers.stored(kTags, longest)) == 0);
    CHECK(numbers.stored(kTags, longer) == longer);
    CHECK(numbers.stored(schema::slot::kLanguage, tag(1)) == tag(1));
    for (std::uint32_t each = 1; each < kMostNameNumbers; ++each)
      REQUIRE(number_in(numbers.stored(kTags, tag(each))) == each);
    CHECK(numbers.stored(kTags, tag(kMostNameNumbers)) == tag(kMostNameNumbers));
    CHECK(number_in(numbers.stored(kTags, tag(1))) == 1);
    CHECK(number_in(numbers.stored(kSource, tag(kMostNameNumbers))) == 0);
  }

  TEST_CASE("numbers go on where those of an index end and stand for the same names") {
    constexpr std::size_t kTurns = 5;
    constexpr std::size_t kEach = 77;  // so that chunks are filled, begun and gone on with
    std::vector<std::string> stored;
    const FilledArchive index([&](Xapian::WritableDatabase& database) {
      for (std::size_t turn = 0; turn < kTurns; ++turn) {
        NameNumbers numbers(database);
        for (std::size_t each = 0; each < kEach; ++each)
          stored.push_back(numbers.stored(kTags, tag(stored.size())));
        CHECK(numbers.stored(kTags, tag(0)) == stored[0]);
        numbers.write_to(database);
        numbers.write_to(database);
        database.commit();
      }
    });
    NumberedNames names(kTags, index);
    for (std::size_t at = stored.size(); at-- > 0;) {
      CHECK(number_in(stored[at]) == at);
      CHECK(names.names_of(stored[at]) == tag(at));
    }
    CHECK(names.names_of(tag(3)) == tag(3));
    CHECK(names.names_of("").empty());
    CHECK_THROWS_AS(static_cast<void>(names.names(kTurns * kEach)), Error);
    CHECK_THROWS_AS(static_cast<void>(NumberedNames(kSource, index).names(0)), Error);
  }

  TEST_CASE("damaged numbers are errors") {
    const std::string bytes("\0\xff\xff\xff\x7f", 5);
    for (const std::string& damaged :
         {bytes.substr(0, 1), bytes.substr(0, 2), bytes, bytes.substr(0, 1) + "\x01\x01"}) {
      CHECK_FALSE(number_in(damaged));
      const FilledArchive index([](Xapian::WritableDatabase&) {});
      NumberedNames names(kTags, index);
      CHECK_THROWS_AS(static_cast<void>(names.names_of(damaged)), Error);
    }
    const FilledArchive index([](Xapian::WritableDatabase& database) {
      database.set_metadata(std::string(schema::key::kNames) + "3.0000", "\x09short");
    });
    CHECK_THROWS_AS(NameNumbers{index}, Error);
    CHECK_THROWS_AS(static_cast<void>(NumberedNames(kTags, index).names(0)), Error);
  }
}
