// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>
#include <fcntl.h>
#include <unistd.h>

#include <filesystem>
#include <string>

#include "common/index/update.h"
#include "tests/index/place.h"

using namespace newsline;

namespace {

namespace fs = std::filesystem;

/// Takes an open file away from its reader after some articles: behind its descriptor stands a folder then,
/// which the system does not read.
class Saboteur : public Listener {
 public:
  Saboteur(std::string path, int articles) : path_(std::move(path)), left_(articles) {}

  [[nodiscard]] bool stop_asked() override {
    if (--left_ == 0) sabotage();
    return false;
  }

 private:
  void sabotage() const {
    for (const auto& link : fs::directory_iterator("/proc/self/fd")) {
      std::error_code error;
      if (fs::read_symlink(link.path(), error) != path_) continue;
      const int folder = open("/", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
      dup2(folder, std::stoi(link.path().filename().string()));
      close(folder);
      return;
    }
  }

  std::string path_;
  int left_;
};

/// Some blocks of the reader long.
std::string many(int from, const std::string& body) {
  std::string text;
  for (int id = from; id < from + 3000; ++id) text += line_of(id, body + std::string(200, 'x'));
  return text;
}

}  // namespace

TEST_SUITE("unit") {
  TEST_CASE("a reading that the system breaks off takes nothing out and is done again") {
    Place place;
    place.write("a.jsonl", many(0, "one"));
    place.update();
    place.write("a.jsonl", many(0, "two"));
    Saboteur saboteur(fs::canonical(place.folder / "in").string() + "/a.jsonl", 10);
    const RunReport broken = update(place.request, saboteur);
    CHECK(broken.rejections == 1);
    REQUIRE(saboteur.rejections.size() == 1);
    CHECK(saboteur.rejections.front().may_pass);
    CHECK(broken.articles_removed == 0);
    CHECK(broken.articles_total == 3000);
    CHECK(broken.articles_replaced < 3000);

    const RunReport next = place.update();
    CHECK(next.rejections == 0);
    CHECK(next.articles_replaced == 3000 - broken.articles_replaced);
    CHECK_FALSE(place.update().changed());
  }

  TEST_CASE("a file that is read again after a broken reading counts once") {
    Place place;
    const std::string lines = many(0, "one");
    place.write("a.jsonl", lines);
    place.write("b.jsonl", line_of(0, "two") + line_of(5000, "two"));
    place.update();
    place.write("a.jsonl", lines + line_of(6000, "new"));
    place.write("b.jsonl", line_of(5000, "two"));  // so that the article in the file before comes back
    place.write("c.jsonl", line_of(1, "three"));
    Saboteur saboteur(fs::canonical(place.folder / "in").string() + "/a.jsonl", 10);
    const RunReport report = update(place.request, saboteur);
    CHECK(saboteur.rejections.size() == 1);
    CHECK(report.articles_total == 3002);
    CHECK(report.duplicates == 1);
    CHECK(place.holds(0, "one" + std::string(200, 'x')));
  }

  TEST_CASE("a rebuild whose reading is broken off carries over what it did not read") {
    Place place;
    place.write("a.jsonl", many(0, "one"));
    place.update();
    const auto before = snapshot(place.request.index);
    Saboteur saboteur(fs::canonical(place.folder / "in").string() + "/a.jsonl", 10);
    const RunReport report = rebuild(place.request, saboteur);
    CHECK(report.rejections == 1);
    CHECK(report.articles_carried > 0);
    CHECK(snapshot(place.request.index) == before);
    CHECK_FALSE(place.update().changed());
  }
}
