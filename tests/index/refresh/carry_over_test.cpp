// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>
#include <fmt/format.h>
#include <xapian.h>

#include <filesystem>
#include <random>
#include <string>

#include "common/index/upkeep.h"
#include "tests/index/caught.h"
#include "tests/index/place.h"
#include "tests/index/seed.h"

using namespace newsline;

namespace {

namespace fs = std::filesystem;

/// A source that keeps what has vanished.
struct Keeping : Place {
  Keeping() {
    request.keep_vanished = true;
    write("a.jsonl", line_of(1, "first") + line_of(2, "two"));
    write("b.jsonl", line_of(1, "second") + line_of(3, "three"));
    update();
    request.keep_vanished.reset();
  }
  RunReport rebuild() { return newsline::rebuild(request, listener); }
};

}  // namespace

TEST_SUITE("unit") {
  TEST_CASE("that a source keeps what has vanished is remembered until it is told otherwise") {
    Keeping place;
    fs::remove(place.folder / "in/b.jsonl");
    CHECK(place.update().articles_removed == 0);
    CHECK(place.update().files_vanished == 1);
    CHECK(place.holds(3, "three"));
    place.request.keep_vanished = false;
    place.request.allow_mass_delete = true;
    CHECK(place.update().articles_removed == 1);
    CHECK(place.holds(1, "first"));
  }

  TEST_CASE("a rebuild carries over what has vanished and is kept") {
    Keeping place;
    fs::remove(place.folder / "in/b.jsonl");
    place.write("a.jsonl", line_of(1, "later") + line_of(4, "four"));
    place.update();
    const auto before = snapshot(place.request.index);
    CHECK(before.size() == 4);
    const RunReport report = place.rebuild();
    CHECK(report.articles_carried == 2);
    CHECK(report.articles_total == 4);
    CHECK(snapshot(place.request.index) == before);
    CHECK(check(place.request.index, CheckDepth::full).first_problems.empty());
    CHECK(place.holds(1, "second"));
    CHECK_FALSE(place.update().changed());
    CHECK(sources(place.request.index).sources.front().keeps_vanished);
  }

  TEST_CASE("a rebuild does not carry over what a source does not keep") {
    Place place;
    std::string many;
    for (int id = 0; id < 20; ++id) many += line_of(id, "text");
    place.write("a.jsonl", many);
    place.write("b.jsonl", line_of(30, "text"));
    place.update();
    fs::remove(place.folder / "in/b.jsonl");
    const RunReport report = rebuild(place.request, place.listener);
    CHECK(report.articles_carried == 0);
    CHECK(report.articles_total == 20);
  }

  TEST_CASE("kept articles that are damaged are not lost silently") {
    Keeping place;
    fs::remove(place.folder / "in/b.jsonl");
    place.update();
    {
      Xapian::WritableDatabase database(place.request.index + "/gen-000001", Xapian::DB_OPEN);
      const Xapian::docid number = *database.postlist_begin("Qhttps://example.org/3");
      Xapian::Document document = database.get_document(number);
      document.set_data("rotten");
      database.replace_document(number, document);
      database.commit();
    }
    CHECK(caught([&] { place.rebuild(); }) == ErrorKind::refused);
    CHECK(sources(place.request.index).sources.size() == 1);
    place.request.allow_mass_delete = true;
    CHECK(place.rebuild().articles_total == 2);
  }
}

TEST_SUITE("property") {
  TEST_CASE("where sources keep what has vanished a rebuild still equals the updates") {
    const unsigned from = test_seed();
    CAPTURE(from);
    std::mt19937 random(from);
    for (int world = 0; world < 15; ++world) {
      Keeping place;
      for (int step = 0; step < 12; ++step) {
        const std::string name = fmt::format("{}.jsonl", static_cast<char>('a' + random() % 5));
        std::string text;
        for (auto lines = random() % 4; lines > 0; --lines)
          text += line_of(static_cast<int>(random() % 6), fmt::format("body{}", random() % 5));
        if (random() % 3 == 0)
          fs::remove(place.folder / ("in/" + name));
        else
          place.write(name, text);
        place.update();
      }
      const auto before = snapshot(place.request.index);
      place.rebuild();
      REQUIRE(snapshot(place.request.index) == before);
      REQUIRE(check(place.request.index, CheckDepth::full).first_problems.empty());
    }
  }
}
