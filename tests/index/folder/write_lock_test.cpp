// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <filesystem>
#include <string>

#include "common/index/folder/index_folder.h"
#include "tests/index/caught.h"
#include "tests/support/temporary_folder.h"

using namespace newsline;

namespace {

/// A process of its own that holds the lock until it is killed.
class Holder {
 public:
  explicit Holder(const std::string& index) {
    std::array<int, 2> ends{};
    if (pipe(ends.data()) != 0) throw std::runtime_error("no pipe");
    process_ = fork();
    if (process_ == 0) hold(index, ends[1]);
    char ready = 0;
    const ssize_t count = read(ends[0], &ready, 1);
    close(ends[0]);
    close(ends[1]);
    if (count != 1) throw std::runtime_error("the holder did not begin");
  }
  ~Holder() { end(); }
  Holder(const Holder&) = delete;
  Holder& operator=(const Holder&) = delete;

  void end() {
    if (process_ <= 0) return;
    kill(process_, SIGKILL);
    waitpid(process_, nullptr, 0);
    process_ = 0;
  }
  [[nodiscard]] pid_t process() const { return process_; }

 private:
  [[noreturn]] static void hold(const std::string& index, int ready) {
    const WriteLock lock(index, "rebuild");
    if (write(ready, "x", 1) != 1) _exit(1);
    while (true) pause();
  }

  pid_t process_ = 0;
};

}  // namespace

TEST_SUITE("unit") {
  TEST_CASE("a second run is told at once who holds the lock") {
    const TemporaryFolder folder;
    const Holder holder(folder / "index");
    const auto error = error_of([&] { const WriteLock lock(folder / "index", "update"); });
    REQUIRE(error);
    CHECK(error->kind() == ErrorKind::busy);
    const std::string text = error->what();
    CAPTURE(text);
    CHECK(text.find("process " + std::to_string(holder.process()) + " on ") != std::string::npos);
    CHECK(text.find("(rebuild)") != std::string::npos);
    CHECK(text.find(" since 20") != std::string::npos);
  }

  TEST_CASE("the lock of a killed run does not block") {
    const TemporaryFolder folder;
    Holder holder(folder / "index");
    holder.end();
    CHECK_FALSE(error_of([&] { const WriteLock lock(folder / "index", "update"); }));
  }

  TEST_CASE("a lock excludes another in the same process and ends with its object") {
    const TemporaryFolder folder;
    {
      const WriteLock lock(folder.path(), "update");
      CHECK(caught([&] { const WriteLock second(folder.path(), "update"); }) == ErrorKind::busy);
    }
    CHECK_FALSE(error_of([&] { const WriteLock lock(folder.path(), "update"); }));
    CHECK(std::filesystem::file_size(folder / "lock") == 0);
  }

  TEST_CASE("a folder of other files is refused and left as it is") {
    const TemporaryFolder folder;
    write_file(folder / "letter.txt", "dear");
    const auto error = error_of([&] { const WriteLock lock(folder.path(), "update"); });
    REQUIRE(error);
    CHECK(error->kind() == ErrorKind::refused);
    CHECK(std::string(error->what()).find("letter.txt") != std::string::npos);
    CHECK_FALSE(std::filesystem::exists(folder / "lock"));
  }

  TEST_CASE("a lock that is a symbolic link is not followed") {
    const TemporaryFolder folder;
    write_file(folder / "outside", "precious");
    std::filesystem::create_directories(folder / "index");
    std::filesystem::create_symlink(folder / "outside", folder / "index/lock");
    CHECK(caught([&] { const WriteLock lock(folder / "index", "update"); }) == ErrorKind::cannot_write);
    CHECK(std::filesystem::file_size(folder / "outside") == 8);
  }

  TEST_CASE("an index cannot lie where a file is") {
    const TemporaryFolder folder;
    write_file(folder / "file", "x");
    CHECK(caught([&] { const WriteLock lock(folder / "file", "update"); }) == ErrorKind::cannot_write);
    CHECK(caught([&] { const WriteLock lock(folder / "file/index", "update"); }) == ErrorKind::cannot_write);
  }
}
