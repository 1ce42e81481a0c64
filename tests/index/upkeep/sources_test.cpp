// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include <filesystem>

#include "common/index/upkeep.h"
#include "tests/index/caught.h"
#include "tests/index/place.h"

using namespace newsline;

TEST_SUITE("unit") {
  TEST_CASE("sources are told in the order of their first run with what lies in them") {
    Place place;
    place.write("a.jsonl", line_of(1, "one") + line_of(2, "two") + "{\n");
    place.write("b.jsonl", line_of(3, "three"));
    place.update();
    write_file(place.folder / "early/c.jsonl", line_of(4, "four"));
    update({place.request.index, {place.folder / "early"}}, place.listener);

    const SourcesReport report = sources(place.request.index);
    REQUIRE(report.sources.size() == 2);
    CHECK(report.sources[0].path == place.folder / "in");
    CHECK(report.sources[0].files == 2);
    CHECK(report.sources[0].articles == 3);
    CHECK(report.sources[0].rejections == 1);
    CHECK(report.sources[1].path == place.folder / "early");
    CHECK_FALSE(report.sources[1].keeps_vanished);
  }

  TEST_CASE("a source is taken off with its articles and only a source is") {
    Place place;
    place.write("a.jsonl", line_of(1, "one"));
    place.update();
    const std::string index = place.request.index;
    const auto error = error_of([&] { remove_source(index, place.folder / "in/a.jsonl", place.listener); });
    REQUIRE(error);
    CHECK(error->kind() == ErrorKind::usage);
    CHECK(error->hint().find(place.folder / "in") != std::string::npos);
    CHECK(place.holds(1, "one"));
    CHECK(remove_source(index, place.folder / "in", place.listener).articles_total == 0);
    CHECK(sources(index).sources.empty());
  }

  TEST_CASE("a page that is a source of its own is not forgotten for good with it") {
    Place place;
    write_file(place.folder / "page.txt", "A title\n\nSome words about it.\n");
    place.request.sources = {place.folder / "page.txt"};
    place.update();
    remove_source(place.request.index, place.folder / "page.txt", place.listener);
    CHECK(sources(place.request.index).forgotten.empty());
    CHECK(place.update().articles_added == 1);
  }
}
