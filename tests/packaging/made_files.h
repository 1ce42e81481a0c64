// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "tests/support/process.h"

namespace newsline {

/// Where a build puts manual pages, completions and units.
inline const std::string kMade = NEWSLINE_PACKAGING_DIR "/";

/// A program of ours, and where it is.
struct OurProgram {
  std::string name;
  std::string path;
};
inline const std::vector<OurProgram> kOurPrograms = {{"newsline-index", NEWSLINE_INDEX_PROGRAM},
                                                     {"newsline-query", NEWSLINE_QUERY_PROGRAM}};

inline std::string content_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  REQUIRE_MESSAGE(file, path);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

/// Runs a tool of the system; its exit code is 127 where it is not installed.
inline Outcome run_tool(std::vector<std::string> arguments) {
  Command command;
  command.arguments = {"/usr/bin/env"};
  command.arguments.insert(command.arguments.end(), arguments.begin(), arguments.end());
  command.environment = {{"PATH", "/usr/bin:/bin"}, {"LC_ALL", "C.UTF-8"}};
  return run(command);
}

/// Says that a case was skipped, for CTest, where a tool is not installed.
inline bool is_missing(const Outcome& outcome, const std::string& tool) {
  if (outcome.exit_code == 127) MESSAGE("skipped: no " << tool << " here");
  return outcome.exit_code == 127;
}

}  // namespace newsline
