// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/console/bus_error.h"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <filesystem>
#include <fstream>
#include <string>

#include "common/error.h"
#include "tests/support/temporary_folder.h"

namespace newsline {
namespace {

/// Looks at a file that is shorter than what was mapped of it.
void read_what_is_gone(const std::string& path) {
  const int file = open(path.c_str(), O_RDONLY);
  const auto* const bytes =
      static_cast<const volatile char*>(mmap(nullptr, 4096, PROT_READ, MAP_SHARED, file, 0));
  std::filesystem::resize_file(path, 0);
  static_cast<void>(bytes[0]);
}

}  // namespace

TEST_SUITE("unit") {
  TEST_CASE("a program whose disk fails says so and ends with the code of unreadable data") {
    const TemporaryFolder folder;
    std::ofstream(folder / "table") << "a table";
    std::array<int, 2> ends{};
    REQUIRE(pipe(ends.data()) == 0);
    const pid_t child = fork();
    if (child == 0) {
      dup2(ends[1], STDERR_FILENO);
      tell_before_bus_error("newsline-query", [] { _exit(exit_code(ErrorKind::data)); });
      read_what_is_gone(folder / "table");
      _exit(0);
    }
    close(ends[1]);
    std::string said(1000, '\0');
    const ssize_t first = read(ends[0], said.data(), said.size());
    const ssize_t second = read(ends[0], said.data() + first, said.size() - static_cast<std::size_t>(first));
    said.resize(static_cast<std::size_t>(first + second));
    close(ends[0]);
    int status = 0;
    REQUIRE(waitpid(child, &status, 0) == child);
    CHECK(WIFEXITED(status));
    CHECK(WEXITSTATUS(status) == exit_code(ErrorKind::data));
    CHECK(said ==
          "newsline-query: cannot go on: the disk does not give what lies on it\n"
          "  what was committed before is kept; look at the disk, then: newsline-index check\n");
  }
}

}  // namespace newsline
