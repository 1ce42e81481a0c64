// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include <filesystem>
#include <string>
#include <vector>

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
  TEST_CASE("an article that is forgotten by its id stays out whatever is run") {
    Shared place;
    const RunReport report = forget(place.request.index, "https://example.org/2", place.listener);
    CHECK(report.articles_removed == 1);
    CHECK(report.articles_total == 2);
    CHECK_FALSE(place.update().changed());
    place.write("a.jsonl", line_of(1, "first") + line_of(2, "other") + line_of(4, "four"));
    place.write("z.jsonl", line_of(2, "copy"));
    const RunReport next = place.update();
    CHECK(next.articles_added == 1);
    CHECK(next.articles_forgotten == 2);
    CHECK(next.duplicates == 1);
    CHECK(rebuild(place.request, place.listener).articles_total == 3);
    CHECK(repair(place.request.index).kept == 3);
    place.write("a.jsonl", line_of(1, "first") + line_of(2, "again"));
    CHECK(place.update().articles_removed == 1);
    CHECK(place.stored(2).empty());
    CHECK(check(place.request.index, CheckDepth::full).is_whole());
  }

  TEST_CASE("an article that was forgotten by its id comes back when that is taken back") {
    Shared place;
    const std::string id = "https://example.org/2";
    forget(place.request.index, id, place.listener);
    fs::rename(place.folder / "in/a.jsonl", place.folder / "in/moved.jsonl");
    place.update();
    CHECK(sources(place.request.index).forgotten == std::vector<std::string>{id});
    remember(place.request.index, id, place.listener);
    CHECK(place.stored(2).empty());
    CHECK(place.update().articles_added == 1);
    CHECK(place.holds(2, "two"));
    CHECK(sources(place.request.index).forgotten.empty());
    CHECK(caught([&] { remember(place.request.index, id, place.listener); }) == ErrorKind::usage);
  }

  TEST_CASE("a page is forgotten for good by its path") {
    Shared place;
    place.write("page.txt", "A title\n\nSome words about it.\n");
    CHECK(place.update().articles_added == 1);
    const fs::path here = fs::current_path();
    fs::current_path(place.folder / "in");
    CHECK(forget(place.request.index, "page.txt", place.listener).articles_removed == 1);
    fs::current_path(here);
    place.write("page.txt", "A title\n\nOther words about it.\n");
    CHECK(place.update().articles_added == 0);
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
