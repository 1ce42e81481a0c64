// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <filesystem>
#include <string>

#include "common/index/update.h"
#include "tests/index/caught.h"
#include "tests/index/place.h"

using namespace newsline;

namespace {

namespace fs = std::filesystem;

/// A source of eight files with an article each.
struct Eight : Place {
  Eight() {
    for (int id = 0; id < 8; ++id) write(name(id), line_of(id, "text"));
    update();
  }
  static std::string name(int id) { return fmt::format("{}.jsonl", id); }
  void remove(int from, int to) const {
    for (int id = from; id < to; ++id) fs::remove(folder / ("in/" + name(id)));
  }
  [[nodiscard]] std::size_t size() const { return snapshot(request.index).size(); }
};

}  // namespace

TEST_SUITE("unit") {
  TEST_CASE("a quarter of a source may go") {
    Eight place;
    place.remove(0, 2);
    CHECK(place.update().articles_removed == 2);
    CHECK(place.size() == 6);
  }

  TEST_CASE("more than a quarter is refused with a way out and stays") {
    Eight place;
    const auto before = snapshot(place.request.index);
    place.remove(0, 3);
    place.write("new.jsonl", line_of(100, "text"));
    const auto error = error_of([&] { place.update(); });
    REQUIRE(error);
    CHECK(error->kind() == ErrorKind::refused);
    CHECK(error->hint().find("--allow-mass-delete") != std::string::npos);
    CHECK(std::string(error->what()).find(place.folder / "in") != std::string::npos);
    CHECK(snapshot(place.request.index) == before);
    place.request.allow_mass_delete = true;
    CHECK(place.update().articles_removed == 3);
    CHECK(place.size() == 6);
  }

  TEST_CASE("a rebuild from too little is refused and the former generation stays") {
    Eight place;
    place.remove(0, 3);
    CHECK(caught([&] { rebuild(place.request, place.listener); }) == ErrorKind::refused);
    CHECK(place.size() == 8);
    place.request.allow_mass_delete = true;
    rebuild(place.request, place.listener);
    CHECK(place.size() == 5);
  }

  TEST_CASE("each source is judged by itself") {
    Eight place;
    for (int id = 20; id < 60; ++id)
      write_file(place.folder / fmt::format("more/{}.jsonl", id), line_of(id, "text"));
    place.request.sources.push_back(place.folder / "more");
    place.update();
    place.remove(0, 3);
    CHECK(caught([&] { place.update(); }) == ErrorKind::refused);
  }

  TEST_CASE("an emptied folder is refused as a disk that is not mounted") {
    Eight place;
    place.remove(0, 8);
    CHECK(caught([&] { place.update(); }) == ErrorKind::refused);
    CHECK(place.size() == 8);
  }

  TEST_CASE("a file that holds no article any more counts as gone") {
    Place place;
    place.write("a.jsonl", line_of(1, "one") + line_of(2, "two"));
    place.update();
    place.write("a.jsonl", "");
    CHECK(caught([&] { place.update(); }) == ErrorKind::refused);
    CHECK(place.holds(1, "one"));
    place.request.allow_mass_delete = true;
    CHECK(place.update().articles_removed == 2);
  }

  TEST_CASE("files that have moved or whose articles other files hold are not lost") {
    Eight place;
    fs::create_directories(place.folder / "in/deep");
    for (int id = 0; id < 4; ++id)
      fs::rename(place.folder / ("in/" + Eight::name(id)), place.folder / ("in/deep/" + Eight::name(id)));
    std::string all;
    for (int id = 4; id < 8; ++id) all += line_of(id, "text");
    place.write("all.jsonl", all);
    place.update();
    place.remove(4, 8);
    CHECK(place.update().articles_removed == 0);
    CHECK(place.size() == 8);
  }

  TEST_CASE("what has vanished stays where sources are thrown away") {
    Eight place;
    place.request.keep_vanished = true;
    place.remove(0, 7);
    place.write(Eight::name(7), line_of(70, "text"));
    const RunReport report = place.update();
    CHECK(report.files_vanished == 7);
    CHECK(report.articles_removed == 0);
    CHECK(place.size() == 9);
    CHECK_FALSE(place.update().changed());
  }
}
