// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include <filesystem>
#include <limits>
#include <string>

#include "common/index/folder/free_space.h"
#include "common/index/folder/index_folder.h"
#include "common/index/schema.h"
#include "common/index/upkeep.h"
#include "tests/index/caught.h"
#include "tests/index/place.h"

#include <xapian.h>

using namespace newsline;

namespace {

namespace fs = std::filesystem;

/// An index whose second generation differs from its first.
struct Rebuilt : Place {
  Rebuilt() {
    write("a.jsonl", line_of(1, "old"));
    update();
    write("a.jsonl", line_of(1, "new"));
    rebuild(request, listener);
  }
};

}  // namespace

TEST_SUITE("unit") {
  TEST_CASE("a rollback serves the generation before and the next run goes on from there") {
    Rebuilt place;
    REQUIRE(place.holds(1, "new"));
    CHECK(rollback(place.request.index) == "gen-000001");
    CHECK(place.holds(1, "old"));
    CHECK(place.update().articles_replaced == 1);
    CHECK(place.holds(1, "new"));
    CHECK(generations(place.request.index) == std::vector<std::string>{"gen-000001"});
  }

  TEST_CASE("without a generation before there is no rollback") {
    Rebuilt place;
    rollback(place.request.index);
    CHECK(caught([&] { rollback(place.request.index); }) == ErrorKind::usage);
    CHECK(caught([&] { rollback(place.folder / "none"); }) == ErrorKind::usage);
    CHECK(place.holds(1, "old"));
  }

  TEST_CASE("a generation that is damaged or of other rules is not rolled back to") {
    Rebuilt place;
    {
      Xapian::WritableDatabase database(place.request.index + "/gen-000001",
                                        Xapian::DB_OPEN | Xapian::DB_BACKEND_GLASS);
      database.set_metadata(std::string(schema::key::kSchema), "0");
      database.commit();
    }
    CHECK(caught([&] { rollback(place.request.index); }) == ErrorKind::needs_rebuild);
    write_file(place.request.index + "/gen-000001/iamglass", "x");
    CHECK(caught([&] { rollback(place.request.index); }) == ErrorKind::data);
    CHECK(place.holds(1, "new"));
  }

  TEST_CASE("want of space is told with both figures before anything is written") {
    const TemporaryFolder folder;
    write_file(folder / "a", "12345");
    write_file(folder / "b", "678");
    CHECK(size_of_files(folder.path()) == 8);
    CHECK_FALSE(error_of([&] { require_space(folder.path(), 1); }));
    const auto error =
        error_of([&] { require_space(folder.path(), std::numeric_limits<std::uint64_t>::max()); });
    REQUIRE(error);
    CHECK(error->kind() == ErrorKind::cannot_write);
    CHECK(std::string(error->what()).find(" MB are free") != std::string::npos);
  }

  TEST_CASE("a rebuild asks for room for a second index") {
    Rebuilt place;
    const std::string generation = place.request.index + "/" + *current_generation(place.request.index);
    // A file of which only the end is written takes no room itself.
    fs::resize_file(generation + "/flintlock", std::uintmax_t{1} << 45);
    CHECK(caught([&] { rebuild(place.request, place.listener); }) == ErrorKind::cannot_write);
    CHECK(place.holds(1, "new"));
    fs::resize_file(generation + "/flintlock", 0);
    rebuild(place.request, place.listener);
  }
}
