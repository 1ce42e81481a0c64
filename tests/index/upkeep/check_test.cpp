// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>
#include <fmt/format.h>
#include <xapian.h>

#include <filesystem>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "common/index/document/stored_article.h"
#include "common/index/folder/index_folder.h"
#include "common/index/glass.h"
#include "common/index/schema.h"
#include "common/index/upkeep.h"
#include "tests/index/caught.h"
#include "tests/index/place.h"

using namespace newsline;

namespace {

/// An index of twenty articles in three files that was updated and rebuilt.
struct Archive : Place {
  Archive() {
    for (int file = 0; file < 3; ++file) {
      std::string text;
      for (int id = file * 7; id < file * 7 + 7; ++id) text += line_of(id, fmt::format("text {} here", id));
      write(fmt::format("{}.jsonl", file), text);
    }
    update();
    rebuild(request, listener);
  }

  /// Changes the database behind our program's back.
  void damage(const std::function<void(Xapian::WritableDatabase&)>& change) const {
    Xapian::WritableDatabase database(request.index + "/" + *current_generation(request.index),
                                      Xapian::DB_OPEN | Xapian::DB_BACKEND_GLASS);
    change(database);
    database.commit();
  }

  void change_document(const std::function<void(Xapian::Document&)>& change) const {
    damage([&](Xapian::WritableDatabase& database) {
      Xapian::Document document = database.get_document(5);
      change(document);
      database.replace_document(5, document);
    });
  }
};

void rot_text(Xapian::Document& document) {
  std::string data = document.get_data();
  data[data.find("text")] ^= 1;
  document.set_data(data);
}

}  // namespace

TEST_SUITE("unit") {
  TEST_CASE("an index that was updated and rebuilt is whole") {
    Archive place;
    for (const CheckDepth depth : {CheckDepth::quick, CheckDepth::full}) {
      const CheckReport report = check(place.request.index, depth);
      CAPTURE(report.first_problems);
      CHECK(report.is_whole());
      CHECK(report.articles == 21);
      CHECK(report.files == 3);
    }
    place.write("0.jsonl", line_of(1, "other"));
    place.request.allow_mass_delete = true;
    place.update();
    CHECK(check(place.request.index, CheckDepth::full).is_whole());
  }

  TEST_CASE("an article without a word is no damage") {
    Archive place;
    place.write("wordless.jsonl", R"({"url":"https://example.org/wordless","title":"***"})");
    place.update();
    const CheckReport report = check(place.request.index, CheckDepth::full);
    CAPTURE(report.first_problems);
    CHECK(report.is_whole());
    CHECK(report.articles == 22);
  }

  TEST_CASE("each kind of damage is found") {
    using Change = std::function<void(Xapian::Document&)>;
    const std::vector<std::pair<const char*, Change>> changes = {
        {"text", rot_text},
        {"a word more", [](Xapian::Document& document) { document.add_posting("extra", 3); }},
        {"a word less", [](Xapian::Document& document) { document.remove_term("text"); }},
        {"a position",
         [](Xapian::Document& document) {
           std::string positions = document.get_value(schema::slot::kPositions);
           std::swap(positions.back(), positions.end()[-2]);
           document.add_value(schema::slot::kPositions, positions);
         }},
        {"a count", [](Xapian::Document& document) { document.add_term("text", 1); }},
        {"a value", [](Xapian::Document& document) { document.add_value(schema::slot::kReads, "\x01\x05"); }},
        {"an unknown file", [](Xapian::Document& document) { document.add_boolean_term("XF:unknown"); }}};
    for (const auto& each : changes) {
      CAPTURE(each.first);
      Archive place;
      place.change_document(each.second);
      const CheckReport report = check(place.request.index, CheckDepth::full);
      CHECK(report.problems == 1);
      REQUIRE(report.first_problems.size() == 1);
    }
  }

  TEST_CASE("a damaged ledger is found and the articles are looked at all the same") {
    Archive place;
    place.damage([](Xapian::WritableDatabase& database) {
      database.set_metadata(*database.metadata_keys_begin(std::string(schema::key::kFile)), "x");
    });
    for (const CheckDepth depth : {CheckDepth::quick, CheckDepth::full}) {
      const CheckReport report = check(place.request.index, depth);
      CHECK(report.problems == 1);
      CHECK(report.articles == 21);
    }
  }

  TEST_CASE("rotten text is told when it is read and by the quick check") {
    Archive place;
    place.change_document(rot_text);
    const Xapian::Database database = open_for_reading(place.request.index);
    StoredTexts texts(database);
    CHECK(caught([&] { return stored_article(database.get_document(5), texts); }) == ErrorKind::data);
    CHECK_FALSE(error_of([&] { return stored_article(database.get_document(4), texts); }));
    CHECK(check(place.request.index, CheckDepth::quick).problems == 1);
  }

  TEST_CASE("a repair from stored articles equals the index it was made from") {
    Archive place;
    const auto before = snapshot(place.request.index);
    const RepairReport report = repair(place.request.index);
    CHECK(report.kept == 21);
    CHECK(report.lost == 0);
    CHECK(report.generation == *current_generation(place.request.index));
    CHECK(snapshot(place.request.index) == before);
    CHECK(check(place.request.index, CheckDepth::full).is_whole());
    const RunReport next = update({place.request.index, {}}, place.listener);
    CHECK(next.files_read == 0);
    CHECK_FALSE(next.changed());
  }

  TEST_CASE("what a repair loses comes back with the next run") {
    Archive place;
    const auto before = snapshot(place.request.index);
    place.change_document(rot_text);
    place.damage([](Xapian::WritableDatabase& database) {
      database.set_metadata(*database.metadata_keys_begin(std::string(schema::key::kFile)), "x");
    });
    const RepairReport report = repair(place.request.index);
    CHECK(report.kept == 20);
    CHECK(report.lost == 1);
    CHECK(check(place.request.index, CheckDepth::full).is_whole());
    CHECK(place.update().articles_added == 1);
    CHECK(snapshot(place.request.index) == before);
  }

  TEST_CASE("a check waits for no run and needs an index") {
    Archive place;
    const WriteLock lock(place.request.index, "update");
    CHECK(caught([&] { return check(place.request.index, CheckDepth::full); }) == ErrorKind::busy);
    CHECK(check(place.request.index, CheckDepth::quick).is_whole());
    CHECK(caught([&] { return check(place.folder / "none", CheckDepth::quick); }) == ErrorKind::usage);
    CHECK(caught([&] { repair(place.folder / "none"); }) == ErrorKind::usage);
  }
}
