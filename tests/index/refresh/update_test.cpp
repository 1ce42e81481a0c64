// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/update.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "common/index/glass.h"
#include "common/index/schema.h"
#include "tests/index/caught.h"
#include "tests/index/observers.h"
#include "tests/index/place.h"
#include "tests/index/rights.h"
#include "tests/index/snapshot.h"
#include "tests/support/temporary_folder.h"

using namespace newsline;

namespace {

namespace fs = std::filesystem;

/// Calls a function after each article.
class Watcher : public Listener {
 public:
  explicit Watcher(std::function<void()> look) : look_(std::move(look)) {}
  [[nodiscard]] bool stop_asked() override {
    look_();
    return false;
  }

 private:
  std::function<void()> look_;
};

}  // namespace

TEST_SUITE("unit") {
  TEST_CASE("articles come and change and go with their files") {
    Place place;
    place.write("a.jsonl", line_of(1, "one") + line_of(2, "two") + line_of(3, "three"));
    CHECK(place.update().articles_added == 3);
    place.write("a.jsonl", line_of(1, "one") + line_of(2, "new") + line_of(4, "four"));
    const RunReport report = place.update();
    CHECK(report.articles_added == 1);
    CHECK(report.articles_replaced == 1);
    CHECK(report.articles_removed == 1);
    CHECK(report.articles_unchanged == 1);
    CHECK(report.articles_total == 3);
    CHECK(place.holds(2, "new"));
    CHECK(place.stored(3).empty());
  }

  // Else the name of a commit may be on the disk where that of its file is not (the fault suite cuts power).
  TEST_CASE("every table has its file before a commit needs it") {
    Place place;
    fs::create_directory(place.folder / "in");
    place.update();
    for (const char* const table : {"docdata", "postlist", "synonym", "termlist"})
      CHECK(fs::exists(place.request.index + "/gen-000001/" + table + ".glass"));
    CHECK(snapshot(place.request.index).empty());
    place.write("a.jsonl", line_of(1, "one"));
    place.update();
    CHECK(place.holds(1, "one"));
  }

  TEST_CASE("a report says when the run began") {
    Place place;
    place.write("a.jsonl", line_of(1, "one"));
    const auto before = std::chrono::system_clock::now();
    auto within = before;
    Watcher watcher([&] { within = std::chrono::system_clock::now(); });
    const RunReport report = update(place.request, watcher);
    CHECK(report.started >= before);
    CHECK(report.started <= within);
  }

  TEST_CASE("in a changed file only the changed articles are replaced") {
    Place place;
    std::string before;
    std::string after;
    for (int id = 0; id < 500; ++id) {
      before += line_of(id, "same");
      after += line_of(id, id % 50 == 7 ? "new" : "same");
    }
    place.write("a.jsonl", before);
    place.update();
    place.write("a.jsonl", after);
    const RunReport report = place.update();
    CHECK(report.articles_replaced == 10);
    CHECK(report.articles_unchanged == 490);
  }

  TEST_CASE("a changed read counter alone changes values and no text") {
    Place place;
    const auto counted = [](const char* reads) {
      return fmt::format(R"({{"url":"https://example.org/1","title":"Story","body":"one"{}}})", reads) + "\n";
    };
    place.write("a.jsonl", counted(""));
    place.update();
    for (const char* reads : {R"(,"reads":5)", R"(,"reads":70000)", ""}) {
      CAPTURE(reads);
      place.write("a.jsonl", counted(reads));
      const RunReport report = place.update();
      CHECK(report.articles_replaced == 1);
      CHECK(report.articles_recounted == 1);
      const auto updated = snapshot(place.request.index);
      rebuild({place.folder / "fresh", {place.folder / "in"}}, place.listener);
      CHECK(updated == snapshot(place.folder / "fresh"));
    }
    place.write("a.jsonl", line_of(1, "two"));
    CHECK(place.update().articles_recounted == 0);
  }

  TEST_CASE("other content under the same size and time of modification is seen") {
    Place place;
    place.write("a.jsonl", line_of(1, "one"));
    const auto time = fs::last_write_time(place.folder / "in/a.jsonl");
    place.update();
    place.write("a.jsonl", line_of(1, "two"));
    fs::last_write_time(place.folder / "in/a.jsonl", time);
    CHECK(place.update().articles_replaced == 1);
    CHECK(place.holds(1, "two"));
  }

  TEST_CASE("a file changed just before a run is compared again and one that rested is not opened") {
    Place place;
    place.write("a.jsonl", line_of(1, "one"));
    place.update();
    const RunReport again = place.update();
    CHECK(again.files_unchanged == 1);
    CHECK(again.files_compared == 1);
    CHECK(again.files_read == 0);

    UpdateRequest rested{place.folder / "rested", {std::string(NEWSLINE_SOURCE_DIR "/corpus/articles/en")}};
    update(rested, place.listener);
    const RunReport second = update(rested, place.listener);
    CHECK(second.files_unchanged == second.files_found);
    CHECK(second.files_compared == 0);
  }

  TEST_CASE("of records with one id the last by path is the article and the one before comes back") {
    Place place;
    place.write("b.jsonl", line_of(1, "second"));
    place.update();
    place.write("a.jsonl", line_of(1, "first"));
    CHECK(place.update().duplicates == 1);
    CHECK(place.holds(1, "second"));
    place.write("c.jsonl", line_of(1, "third"));
    place.update();
    CHECK(place.holds(1, "third"));
    fs::remove(place.folder / "in/c.jsonl");
    place.update();
    CHECK(place.holds(1, "second"));
    place.write("b.jsonl", line_of(2, "other"));
    place.update();
    CHECK(place.holds(1, "first"));
    CHECK_FALSE(place.update().changed());
  }

  TEST_CASE("what was rejected is told again by the run that does not read it") {
    Place place;
    for (const char* name : {"c.jsonl", "a.jsonl", "d.jsonl", "b.jsonl"})
      place.write(name, line_of(name[0], "one") + "{\"title\":\n");
    const RunReport first = place.update();
    REQUIRE(first.rejections == 4);
    const std::vector<Rejection> rejections = place.listener.rejections;
    place.listener.rejections.clear();
    const RunReport second = place.update();
    CHECK(second.files_read == 0);
    CHECK(second.rejections == 4);
    CHECK(place.listener.rejections == rejections);
  }

  TEST_CASE("what was rejected in files that rested is told in the order of their paths") {
    Place place;
    place.request.sources = {std::string(NEWSLINE_SOURCE_DIR "/tests")};
    place.update();
    std::vector<std::string> paths;
    for (const Rejection& rejection : place.listener.rejections) paths.push_back(rejection.path);
    REQUIRE(paths.size() > 4);
    REQUIRE(std::is_sorted(paths.begin(), paths.end()));
    const std::vector<Rejection> rejections = std::exchange(place.listener.rejections, {});
    CHECK(place.update().files_compared == 0);
    CHECK(place.listener.rejections == rejections);
  }

  TEST_CASE("an index inside its own source is no input however it is reached") {
    Place place;
    place.write("a.jsonl", line_of(1, "one"));
    fs::create_directory_symlink(place.folder / "in", place.folder / "link");
    for (const char* index : {"in/index", "link/index2"}) {
      for (const char* source : {"in", "link"}) {
        CAPTURE(index);
        CAPTURE(source);
        place.request = {place.folder / index, {place.folder / source}};
        place.update();
        const RunReport report = place.update();
        CHECK(report.files_found == 1);
        CHECK(report.rejections == 0);
        fs::remove_all(place.folder / index);
      }
    }
  }

  TEST_CASE("a source that has gone changes nothing") {
    Place place;
    place.write("a.jsonl", line_of(1, "one"));
    place.update();
    fs::rename(place.folder / "in", place.folder / "away");
    CHECK(caught([&] { place.update(); }) == ErrorKind::usage);
    CHECK(place.holds(1, "one"));
  }

  TEST_CASE("the articles of a folder that cannot be read stay") {
    Place place;
    place.write("deep/a.jsonl", line_of(1, "one"));
    place.write("b.jsonl", line_of(2, "two"));
    place.update();
    fs::permissions(place.folder / "in/deep", fs::perms::none);
    open_to_all(place.folder.path());
    RunReport report;
    {
      const WithoutRights nobody;
      report = place.update();
    }
    fs::permissions(place.folder / "in/deep", fs::perms::all);
    CHECK(report.rejections == 1);
    CHECK(report.articles_removed == 0);
    CHECK(place.holds(1, "one"));
  }

  TEST_CASE("a run without sources takes those of the runs before") {
    Place place;
    place.write("a.jsonl", line_of(1, "one"));
    CHECK(caught([&] { update({place.request.index, {}}, place.listener); }) == ErrorKind::usage);
    place.update();
    place.write("b.jsonl", line_of(2, "two"));
    CHECK(update({place.request.index, {}}, place.listener).articles_added == 1);
  }

  TEST_CASE("readers see the state before until the commit") {
    Place place;
    place.write("a.jsonl", line_of(1, "one"));
    place.update();
    place.write("b.jsonl", line_of(2, "two") + line_of(3, "three"));
    int looked = 0;
    Watcher watcher([&] {
      CHECK(open_for_reading(place.request.index).get_doccount() == 1);
      ++looked;
    });
    update(place.request, watcher);
    CHECK(looked == 3);
    CHECK(open_for_reading(place.request.index).get_doccount() == 3);
  }

  TEST_CASE("small batches are seen one by one") {
    Place place;
    place.request.batch_bytes = 1;
    place.write("a.jsonl", line_of(1, "one") + line_of(2, "two") + line_of(3, "three"));
    std::vector<Xapian::doccount> seen;
    Watcher watcher([&] { seen.push_back(open_for_reading(place.request.index).get_doccount()); });
    update(place.request, watcher);
    CHECK(seen == std::vector<Xapian::doccount>{0, 1, 2, 3});
  }

  TEST_CASE("a rebuild serves the former generation until it is done and keeps it") {
    Place place;
    place.write("a.jsonl", line_of(1, "one"));
    place.update();
    place.write("a.jsonl", line_of(1, "new") + line_of(2, "two"));
    Watcher watcher([&] { CHECK(open_for_reading(place.request.index).get_doccount() == 1); });
    rebuild(place.request, watcher);
    CHECK(place.holds(1, "new"));
    CHECK(fs::exists(place.folder / "index/gen-000001"));
  }

  TEST_CASE("articles that are hard to hold harm no other") {
    Place place;
    std::string words;
    for (int i = 0; i < 20000; ++i) words += fmt::format("w{} ", i);
    place.write("a.jsonl", line_of(1, std::string(100000, 'x')) + line_of(2, words) + line_of(3, "three"));
    CHECK(place.update().articles_total == 3);
    CHECK(place.holds(3, "three"));
  }
}
