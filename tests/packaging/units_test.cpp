// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include <filesystem>
#include <string>

#include "tests/packaging/made_files.h"
#include "tests/support/temporary_folder.h"

using namespace newsline;

namespace {

namespace fs = std::filesystem;

std::string replaced(std::string text, const std::string& what, const std::string& by) {
  for (std::size_t at = 0; (at = text.find(what, at)) != std::string::npos; at += by.size())
    text.replace(at, what.size(), by);
  return text;
}

/// The units of a manager, with the program of this build where the installed one will be.
std::vector<std::string> units(const TemporaryFolder& folder, const std::string& manager) {
  const std::string built = fs::path(NEWSLINE_INDEX_PROGRAM).parent_path().string();
  std::vector<std::string> paths;
  for (const std::string& from :
       {kMade + "systemd/" + manager, std::string(NEWSLINE_SOURCE_DIR "/packaging/systemd/") + manager}) {
    for (const auto& file : fs::directory_iterator(from)) {
      const std::string name = file.path().filename().string();
      if (name.ends_with(".in")) continue;
      paths.push_back(folder / name);
      write_file(paths.back(), replaced(content_of(file.path().string()), NEWSLINE_INSTALLED_BIN, built));
    }
  }
  return paths;
}

/// The arguments behind `newsline-index` in a line, up to its end.
std::vector<std::string> arguments_in(const std::string& line) {
  std::vector<std::string> arguments;
  const std::size_t at = line.find("newsline-index ");
  std::string word;
  for (const char c : line.substr(at + std::string("newsline-index ").size()) + " ") {
    if (c != ' ') {
      word += c;
    } else if (!word.empty()) {
      arguments.push_back(word);
      word.clear();
    }
  }
  return arguments;
}

/// The commands that units and the example for cron run.
std::vector<std::string> lines_that_run(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = text.find('\n', begin);
    const std::string line = text.substr(begin, end - begin);
    if (!line.starts_with('#') && line.find("newsline-index ") != std::string::npos) lines.push_back(line);
    begin = end == std::string::npos ? text.size() : end + 1;
  }
  return lines;
}

}  // namespace

TEST_SUITE_BEGIN("unit");

TEST_CASE("systemd finds nothing wrong with the units") {
  for (const std::string manager : {"system", "user"}) {
    CAPTURE(manager);
    const TemporaryFolder folder;
    // The manager of a user wants a folder for its socket.
    std::vector<std::string> command = {"XDG_RUNTIME_DIR=" + folder.path(), "systemd-analyze", "--man=no",
                                        "--" + manager, "verify"};
    for (const std::string& unit : units(folder, manager)) command.push_back(unit);
    REQUIRE(command.size() > 6);
    const Outcome outcome = run_tool(command);
    if (is_missing(outcome, "systemd-analyze")) return;
    CHECK(outcome.exit_code == 0);
    CHECK(outcome.errors == "");
  }
}

TEST_CASE("every timer has its service") {
  for (const std::string manager : {"system", "user"}) {
    const std::string from = NEWSLINE_SOURCE_DIR "/packaging/systemd/" + manager;
    std::size_t timers = 0;
    for (const auto& file : fs::directory_iterator(from)) {
      if (file.path().extension() != ".timer") continue;
      ++timers;
      CHECK(fs::exists(kMade + "systemd/" + manager + "/" + file.path().stem().string() + ".service"));
    }
    CHECK(timers > 0);
  }
}

TEST_CASE("what units and cron run is what the program takes and prints nothing when all is well") {
  std::vector<std::string> files = {NEWSLINE_SOURCE_DIR "/packaging/cron/newsline"};
  for (const auto& file : fs::recursive_directory_iterator(kMade + "systemd"))
    if (file.path().extension() == ".service") files.push_back(file.path().string());
  REQUIRE(files.size() == 4);

  const TemporaryFolder folder;
  write_file(folder / "news/a.jsonl", "{\"id\":\"1\",\"title\":\"A title\",\"body\":\"some words\"}\n");
  Command first;
  first.arguments = {NEWSLINE_INDEX_PROGRAM, "update", "--index", folder / "index", folder / "news"};
  REQUIRE(run(first).exit_code == 0);
  for (const std::string& file : files) {
    for (const std::string& line : lines_that_run(content_of(file))) {
      CAPTURE(line);
      Command command;
      command.arguments = arguments_in(line);
      command.arguments.insert(command.arguments.begin(), NEWSLINE_INDEX_PROGRAM);
      for (std::size_t at = 1; at < command.arguments.size(); ++at)
        if (command.arguments[at - 1] == "--index") command.arguments[at] = folder / "index";
      const Outcome outcome = run(command);
      CHECK(outcome.exit_code == 0);
      CHECK(outcome.output.empty());
      CHECK(outcome.errors.empty());
    }
  }
}

TEST_SUITE_END();
