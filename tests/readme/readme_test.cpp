// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include "tests/readme/transcript.h"
#include "tests/support/process.h"
#include "tests/support/temporary_folder.h"

namespace newsline::test {
namespace {

namespace fs = std::filesystem;

std::string content_of(const std::string& path) {
  std::ifstream file(path);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

Outcome run_in_shell(const std::string& command, const std::string& folder) {
  Command shell;
  shell.arguments = {"/bin/sh", "-c", command};
  shell.environment = {{"PATH", std::string(NEWSLINE_PROGRAMS ":/usr/bin:/bin")}, {"HOME", folder}};
  shell.folder = folder;
  return run(shell);
}

}  // namespace

TEST_SUITE_BEGIN("readme");

TEST_CASE("every command of the readme prints what the readme shows") {
  const TemporaryFolder folder;
  fs::copy(std::string(NEWSLINE_SOURCE_DIR "/corpus"), folder / "corpus", fs::copy_options::recursive);
  const std::vector<Shown> commands = transcript(content_of(std::string(NEWSLINE_SOURCE_DIR "/README.md")));
  REQUIRE(commands.size() >= 3);
  for (const Shown& shown : commands) {
    CAPTURE(shown.command);
    const Outcome outcome = run_in_shell(shown.command, folder.path());
    CHECK(settled(outcome.output, folder.path()) == shown.output);
    CHECK(outcome.errors == "");
    CHECK(outcome.exit_code == 0);
  }
}

TEST_CASE("a transcript is the console blocks and nothing else") {
  const std::vector<Shown> commands =
      transcript("text\n```\n$ not this\n```\n```console\n$ one\na\n\nb\n$ two\n```\n$ nor this\n");
  REQUIRE(commands.size() == 2);
  CHECK(commands[0].command == "one");
  CHECK(commands[0].output == "a\n\nb\n");
  CHECK(commands[1].command == "two");
  CHECK(commands[1].output == "");
}

TEST_CASE("times and the folder are settled and other numbers are not") {
  CHECK(settled("3 of 0.41 s in /tmp/x/corpus, 1.5", "/tmp/x") == "3 of 0.05 s in ~/newsline/corpus, 1.5");
}

TEST_SUITE_END();

}  // namespace newsline::test
