// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <filesystem>
#include <map>
#include <random>
#include <string>
#include <tuple>
#include <utility>

#include "common/index/update.h"
#include "tests/index/caught.h"
#include "tests/index/place.h"
#include "tests/index/seed.h"

using namespace newsline;

namespace {

namespace fs = std::filesystem;

/// Keeps the changes of a run, too.
class Witness : public Listener {
 public:
  [[nodiscard]] bool wants_changes() const override { return true; }
  void changed(const RunChanges& run) override { changes = run; }

  RunChanges changes;
};

/// All files below a folder with their sizes and times.
std::map<std::string, std::pair<std::uintmax_t, fs::file_time_type>> files_in(const std::string& folder) {
  std::map<std::string, std::pair<std::uintmax_t, fs::file_time_type>> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder))
    files[entry.path().string()] = {entry.is_regular_file() ? entry.file_size() : 0, entry.last_write_time()};
  return files;
}

/// The figures that a rehearsal and its run must share.
auto figures(const RunReport& report) {
  return std::tuple(report.files_found, report.files_unchanged, report.files_compared, report.files_read,
                    report.files_vanished, report.articles_added, report.articles_replaced,
                    report.articles_recounted, report.articles_unchanged, report.articles_removed,
                    report.articles_mended, report.duplicates, report.rejections, report.articles_total);
}

}  // namespace

TEST_SUITE("unit") {
  TEST_CASE("a rehearsal without an index makes none") {
    Place place;
    place.write("a.jsonl", line_of(1, "one") + "{\n");
    const RunReport report = rehearse(place.request, place.listener);
    CHECK(report.articles_added == 1);
    CHECK(report.articles_total == 1);
    CHECK(place.listener.rejections.size() == 1);
    CHECK_FALSE(fs::exists(place.request.index));
  }

  TEST_CASE("a rehearsal refuses what the run would refuse") {
    Place place;
    place.write("a.jsonl", line_of(1, "one"));
    place.write("b.jsonl", line_of(2, "two"));
    place.update();
    fs::remove(place.folder / "in/a.jsonl");
    CHECK(caught([&] { rehearse(place.request, place.listener); }) == ErrorKind::refused);
  }
}

TEST_SUITE("property") {
  TEST_CASE("a rehearsal tells what the run does and writes nothing") {
    const unsigned from = test_seed();
    CAPTURE(from);
    std::mt19937 random(from);
    for (int world = 0; world < 15; ++world) {
      Place place;
      place.request.allow_mass_delete = true;
      place.write("a.jsonl", line_of(1, "first"));
      place.update();
      for (int step = 0; step < 8; ++step) {
        for (auto changes = 1 + random() % 3; changes > 0; --changes) {
          const std::string name = fmt::format("{}.jsonl", static_cast<char>('a' + random() % 5));
          std::string text = random() % 4 == 0 ? "{\n" : "";
          for (auto lines = random() % 4; lines > 0; --lines)
            text += line_of(static_cast<int>(random() % 6), fmt::format("body{}", random() % 3));
          if (random() % 3 == 0)
            fs::remove(place.folder / ("in/" + name));
          else
            place.write(name, text);
        }
        const auto before = files_in(place.request.index);
        Witness rehearsed;
        const RunReport expected = rehearse(place.request, rehearsed);
        REQUIRE(files_in(place.request.index) == before);
        Witness done;
        const RunReport report = update(place.request, done);
        REQUIRE(figures(report) == figures(expected));
        REQUIRE(done.rejections == rehearsed.rejections);
        REQUIRE(done.changes.added == rehearsed.changes.added);
        REQUIRE(done.changes.replaced == rehearsed.changes.replaced);
        REQUIRE(done.changes.removed == rehearsed.changes.removed);
        REQUIRE(done.changes.added.size() == report.articles_added);
        REQUIRE(done.changes.replaced.size() == report.articles_replaced);
        REQUIRE(done.changes.removed.size() == report.articles_removed);
      }
    }
  }
}
