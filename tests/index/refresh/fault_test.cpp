// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>
#include <fmt/format.h>
#include <sys/wait.h>
#include <unistd.h>
#include <xapian.h>

#include <filesystem>
#include <map>
#include <string>

#include "common/index/folder/index_folder.h"
#include "common/index/update.h"
#include "indexer/last_words.h"
#include "tests/index/caught.h"
#include "tests/index/observers.h"
#include "tests/index/rights.h"
#include "tests/index/snapshot.h"
#include "tests/support/temporary_folder.h"

using namespace newsline;

namespace {

namespace fs = std::filesystem;

constexpr fs::perms kWrite = fs::perms::owner_write | fs::perms::group_write | fs::perms::others_write;

std::string lines(int from, int to) {
  std::string text;
  for (int id = from; id < to; ++id) {
    text += fmt::format(R"({{"url":"https://example.org/{}","title":"Story {}","body":")", id, id);
    for (int word = 0; word < 40; ++word) text += fmt::format("w{} ", id * 31 + word * word);
    text += "\"}\n";
  }
  return text;
}

/// The exit code of newsline-index if it did this work. In a process of its own: where the disk refuses a
/// block that Xapian writes in a destructor, the process ends with its last words.
template <typename Work>
int exit_code_of(Work&& work) {
  const pid_t child = fork();
  if (child == 0) {
    tell_before_terminating();
    const auto kind = caught(work);
    _exit(kind ? exit_code(*kind) : 0);
  }
  int status = 0;
  const bool ended = child > 0 && waitpid(child, &status, 0) == child && WIFEXITED(status);
  return ended ? WEXITSTATUS(status) : -1;
}

constexpr int kCannotWrite = exit_code(ErrorKind::cannot_write);

/// An index of 50 articles, with 300 more in its source, and what it must hold before and after the next run.
struct Place {
  Place() {
    write_file(folder / "in/a.jsonl", lines(0, 50));
    update(request, listener);
    before = snapshot(request.index);
    write_file(folder / "in/b.jsonl", lines(50, 350));
    update({folder / "whole", {folder / "in"}}, listener);
    after = snapshot(folder / "whole");
  }

  void require_whole() const {
    const std::string generation = request.index + "/" + *current_generation(request.index);
    REQUIRE(Xapian::Database::check(generation, 0, nullptr) == 0);
    // Batches that were committed stay; half an article or half a batch is never seen.
    const auto now = snapshot(request.index);
    for (const auto& [id, text] : before) REQUIRE(now.at(id) == text);
    for (const auto& [id, text] : now) REQUIRE(after.at(id) == text);
  }

  void require_next_run_completes() {
    update(request, listener);
    REQUIRE(snapshot(request.index) == after);
    for (const auto& entry : fs::directory_iterator(request.index))
      REQUIRE(entry.path().extension() != ".tmp");
  }

  TemporaryFolder folder;
  Listener listener;
  UpdateRequest request{folder / "index", {folder / "in"}};
  std::map<std::string, std::string> before;
  std::map<std::string, std::string> after;
};

}  // namespace

TEST_SUITE("fault") {
  TEST_CASE("files that may not grow end a run and harm nothing") {
    Place place;
    place.request.batch_bytes = 20000;
    int failed = 0;
    for (const rlim_t kilobytes : {1U, 8U, 16U, 32U, 64U, 96U, 128U, 160U, 192U}) {
      CAPTURE(kilobytes);
      const int code = exit_code_of([&] {
        const Limit limit(RLIMIT_FSIZE, kilobytes << 10);
        update(place.request, place.listener);
      });
      if (code != 0) CHECK(code == kCannotWrite);
      failed += code == 0 ? 0 : 1;
      place.require_whole();
    }
    CHECK(failed >= 3);
    place.require_next_run_completes();
  }

  TEST_CASE("a rebuild that may not grow leaves the former generation") {
    Place place;
    const int code = exit_code_of([&] {
      const Limit limit(RLIMIT_FSIZE, 64 << 10);
      rebuild(place.request, place.listener);
    });
    CHECK(code == kCannotWrite);
    CHECK(current_generation(place.request.index) == "gen-000001");
    CHECK(snapshot(place.request.index) == place.before);
    place.require_next_run_completes();
  }

  TEST_CASE("an index that may not be written can be read and says so") {
    Place place;
    open_to_all(place.folder.path());
    for (const auto& entry : fs::recursive_directory_iterator(place.request.index))
      fs::permissions(entry.path(), kWrite, fs::perm_options::remove);
    fs::permissions(place.request.index, kWrite, fs::perm_options::remove);
    {
      const WithoutRights nobody;
      CHECK(caught([&] { update(place.request, place.listener); }) == ErrorKind::cannot_write);
      CHECK(caught([&] { rebuild(place.request, place.listener); }) == ErrorKind::cannot_write);
      CHECK(snapshot(place.request.index) == place.before);
    }
    open_to_all(place.request.index);
    place.require_next_run_completes();
  }

  TEST_CASE("want of open files passes") {
    Place place;
    for (rlim_t files = 3; files < 24; ++files) {
      CAPTURE(files);
      const auto kind = [&] {
        const Limit limit(RLIMIT_NOFILE, files);
        return caught([&] { update(place.request, place.listener); });
      }();
      if (kind)
        CHECK((kind == ErrorKind::busy || kind == ErrorKind::cannot_write || kind == ErrorKind::data));
      place.require_whole();
    }
    place.require_next_run_completes();
  }
}
