// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/story/members.h"

#include <doctest/doctest.h>

#include "common/error.h"
#include "common/index/document/story_members.h"
#include "common/index/schema.h"
#include "tests/index/caught.h"
#include "tests/support/temporary_folder.h"

using namespace newsline;

namespace {

using Documents = std::vector<Xapian::docid>;

struct Place {
  TemporaryFolder folder;
  Xapian::WritableDatabase database{folder / "index", Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS};
  MemberChanges changes;

  void add(const std::string& story) {
    Xapian::Document document;
    document.add_value(schema::slot::kStory, story);
    database.add_document(document);
  }
};

}  // namespace

TEST_SUITE("unit") {
  TEST_CASE("a story has the documents that joined it and did not leave") {
    Place place;
    for (const Xapian::docid document : {700U, 3U, 4294967295U, 130U}) place.changes.join("a", document);
    place.changes.join("b", 5);
    place.changes.write_to(place.database);
    CHECK(story_members(place.database, "a") == Documents{3, 130, 700, 4294967295U});
    CHECK(story_members(place.database, "b") == Documents{5});
    CHECK(story_members(place.database, "c").empty());

    place.changes.leave("a", 700);
    place.changes.leave("a", 3);
    place.changes.join("a", 131);
    place.changes.leave("b", 5);
    place.changes.write_to(place.database);
    CHECK(story_members(place.database, "a") == Documents{130, 131, 4294967295U});
    CHECK(all_story_members(place.database).size() == 1);
    place.changes.write_to(place.database);
    CHECK(story_members(place.database, "a") == Documents{130, 131, 4294967295U});
  }

  TEST_CASE("what the values say of stories is written as members") {
    Place place;
    const std::string longest(schema::kMaxTermBytes, 'x');
    for (const std::string& story : {std::string("a"), std::string(), longest, std::string("a")})
      place.add(story);
    place.database.commit();
    write_story_members(place.database, {place.folder / "", 100});
    CHECK(all_story_members(place.database) ==
          std::map<std::string, Documents>{{"a", {1, 4}}, {longest, {3}}});
  }

  TEST_CASE("a damaged list of members is said to be damaged") {
    Place place;
    for (const std::string& bytes : {std::string("\x80"), std::string("\x05\x00", 2), std::string(1, '\0')}) {
      place.database.set_metadata("story.a", bytes);
      const auto error = error_of([&] { return story_members(place.database, "a"); });
      REQUIRE(error);
      CHECK(error->kind() == ErrorKind::data);
    }
  }
}
