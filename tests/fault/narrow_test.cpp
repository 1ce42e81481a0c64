// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>
#include <fmt/format.h>
#include <sys/mount.h>
#include <unistd.h>

#include <filesystem>
#include <set>
#include <string>

#include "common/error.h"
#include "common/index/folder/index_folder.h"
#include "tests/fault/trial/world.h"

using namespace newsline;
using namespace newsline::fault;

namespace {

namespace fs = std::filesystem;

/// Under a limit of the shell, such as `-n 32`.
Command limited(Command command, const std::string& limit) {
  command.arguments.insert(command.arguments.begin(),
                           {"/bin/sh", "-c", "ulimit " + limit + " && exec \"$0\" \"$@\""});
  return command;
}

/// A file system in memory with so much room, where this process may make one.
class SmallDisk {
 public:
  SmallDisk(std::string folder, int kilobytes) : folder_(std::move(folder)) {
    fs::create_directories(folder_);
    is_there_ = mount("newsline-test", folder_.c_str(), "tmpfs", MS_NOSUID | MS_NODEV,
                      fmt::format("size={}k", kilobytes).c_str()) == 0;
  }
  ~SmallDisk() {
    if (is_there_) umount2(folder_.c_str(), MNT_DETACH);
  }
  SmallDisk(const SmallDisk&) = delete;
  SmallDisk& operator=(const SmallDisk&) = delete;

  [[nodiscard]] bool is_there() const { return is_there_; }
  void grow(int kilobytes) const {
    REQUIRE(mount("newsline-test", folder_.c_str(), "tmpfs", MS_REMOUNT | MS_NOSUID | MS_NODEV,
                  fmt::format("size={}k", kilobytes).c_str()) == 0);
  }

 private:
  std::string folder_;
  bool is_there_ = false;
};

std::string many_records(int from, int to) {
  std::string text;
  for (int id = from; id < to; ++id) text += record(id, 1);
  return text;
}

bool tells(const Outcome& outcome) {
  return outcome.errors.find("newsline-") != std::string::npos &&
         outcome.errors.find("\n  ") != std::string::npos;
}

}  // namespace

TEST_SUITE("fault") {
  TEST_CASE("a disk that fills up ends runs with a sentence and the next ones complete") {
    const TemporaryFolder folder;
    const SmallDisk disk(folder / "disk", 400);
    if (!disk.is_there()) return;  // only an administrator may
    Trial trial("full disks");
    const std::string index = folder / "disk/index";
    const auto update = [&](const std::string& what) {
      ++trial.figures.runs;
      return run(worker({what, index, "20000", folder / "in"}));
    };
    write_file(folder / "in/a.jsonl", many_records(0, 50));
    REQUIRE(update("update").exit_code == 0);
    write_file(folder / "in/b.jsonl", many_records(50, 1500));
    int failed = 0;
    for (int kilobytes = 400; kilobytes < 20000; kilobytes = kilobytes * 5 / 4) {
      CAPTURE(kilobytes);
      disk.grow(kilobytes);
      const Outcome outcome = update(failed % 3 == 2 ? "rebuild" : "update");
      CAPTURE(outcome.errors);
      trial.figures.acknowledged += 50;
      CHECK(problems_of(index) == "");
      const auto now = articles_of(index);
      for (int id = 0; id < 50; ++id)
        if (!now.contains(fmt::format("https://example.org/{}", id))) ++trial.figures.lost;
      if (outcome.exit_code == 0 && now.size() == 1500) break;
      ++failed;
      ++trial.figures.faults;
      CHECK(outcome.exit_code == exit_code(ErrorKind::cannot_write));
      CHECK(tells(outcome));
    }
    CHECK(failed > 2);
    CHECK(trial.figures.lost == 0);
    CHECK(articles_of(index).size() == 1500);
    CHECK(leftovers_of(index) == "");
  }

  TEST_CASE("thirty-two open files are enough") {
    Trial trial("few open files");
    World world(trial);
    for (const std::string what : {"update", "rebuild", "update"}) {
      world.turn();
      ++trial.figures.runs;
      const Outcome outcome = run(limited(world.run_of(what), "-n 32"));
      CHECK(outcome.errors == "");
      CHECK(outcome.exit_code == 0);
      CHECK(world.completion() == "");
    }
    CHECK(run(limited(worker({"show", world.index()}), "-n 32")).exit_code == 0);
  }

  TEST_CASE("too little memory ends a run with a sentence and harms nothing") {
#ifdef NEWSLINE_SANITIZED
    return;  // the sanitizer takes more address space than any limit here, and fails in its own words
#endif
    if (!can_inject()) return;
    Trial trial("little memory");
    World world(trial);
    int failed = 0;
    for (int megabytes = 40; megabytes <= 160; megabytes += is_long() ? 1 : 8) {
      CAPTURE(megabytes);
      world.turn();
      const std::string what = trial.below(2) == 0 ? "update" : "rebuild";
      const Outcome outcome = run(limited(world.run_of(what), fmt::format("-v {}", megabytes << 10)));
      CAPTURE(outcome.errors);
      ++trial.figures.runs;
      trial.figures.faults += outcome.exit_code == 0 ? 0 : 1;
      // Where not even the libraries can be loaded, the system's loader says so, with 127.
      const std::set<int> expected = {0, 127, exit_code(ErrorKind::data), exit_code(ErrorKind::cannot_write),
                                      exit_code(ErrorKind::busy)};
      CHECK(expected.contains(outcome.exit_code));
      if (outcome.exit_code != 0 && outcome.exit_code != 127) {
        CHECK(tells(outcome));
        ++failed;
      }
      CHECK(world.verdict(0) == "");
      CHECK(world.completion() == "");
    }
    MESSAGE("runs that began and had too little memory: ", failed);
  }

  TEST_CASE("a folder that may not be written is told and serves on") {
    if (geteuid() != 0) return;  // another user's folder is needed
    Trial trial("folders without permission");
    World world(trial);
    world.turn();
    fs::permissions(world.folder(), static_cast<fs::perms>(0755));
    for (const std::string what : {"update", "rebuild"}) {
      Command command = world.run_of(what);
      command.arguments.insert(command.arguments.begin(),
                               {"/usr/bin/setpriv", "--reuid=65534", "--clear-groups"});
      const Outcome outcome = run(command);
      if (outcome.exit_code == 127) return;  // no setpriv, or the program lies where nobody may go
      CAPTURE(outcome.errors);
      ++trial.figures.runs;
      ++trial.figures.faults;
      CHECK(outcome.exit_code == exit_code(ErrorKind::cannot_write));
      CHECK(tells(outcome));
      CHECK(content_of(world.index()) == world.golden(0));
    }
    CHECK(world.completion() == "");
  }
}
