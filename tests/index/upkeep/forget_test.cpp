// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include <filesystem>
#include <string>

#include "common/index/upkeep.h"
#include "tests/index/caught.h"
#include "tests/index/place.h"

using namespace newsline;

namespace {

namespace fs = std::filesystem;

/// Two files that share an article, and a third.
struct Shared : Place {
  Shared() {
    write("a.jsonl", line_of(1, "first") + line_of(2, "two"));
    write("b.jsonl", line_of(1, "second"));
    write("deep/c.jsonl", line_of(3, "three"));
    update();
  }
};

}  // namespace

TEST_SUITE("unit") {
  TEST_CASE("an article is forgotten by its id until its file changes") {
    Shared place;
    const RunReport report = forget(place.request.index, "https://example.org/2", place.listener);
    CHECK(report.articles_removed == 1);
    CHECK(report.articles_total == 2);
    CHECK(place.stored(2).empty());
    CHECK_FALSE(place.update().changed());
    place.write("a.jsonl", line_of(1, "first") + line_of(2, "two") + line_of(4, "four"));
    CHECK(place.update().articles_added == 2);
  }

  TEST_CASE("when a file is forgotten the record of another becomes the article at once") {
    Shared place;
    const std::string path = place.folder / "in/b.jsonl";
    fs::remove(path);
    CHECK(forget(place.request.index, path, place.listener).articles_removed == 0);
    CHECK(place.holds(1, "first"));
    CHECK_FALSE(place.update().changed());
  }

  TEST_CASE("a forgotten file that is still there comes back with the next run") {
    Shared place;
    CHECK(forget(place.request.index, place.folder / "in/deep", place.listener).articles_removed == 1);
    CHECK(place.stored(3).empty());
    CHECK(place.update().articles_added == 1);
  }

  TEST_CASE("a forgotten source is refreshed no more") {
    Shared place;
    CHECK(forget(place.request.index, place.folder / "in", place.listener).articles_total == 0);
    CHECK(caught([&] { update({place.request.index, {}}, place.listener); }) == ErrorKind::usage);
  }

  TEST_CASE("what the index does not know cannot be forgotten") {
    Shared place;
    const auto before = snapshot(place.request.index);
    CHECK(caught([&] { forget(place.request.index, "/nowhere", place.listener); }) == ErrorKind::usage);
    CHECK(caught([&] { forget(place.folder / "none", "x", place.listener); }) == ErrorKind::usage);
    CHECK_FALSE(fs::exists(place.folder / "none"));
    CHECK(snapshot(place.request.index) == before);
  }
}
