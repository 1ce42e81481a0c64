// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <filesystem>
#include <set>
#include <string_view>

#include "tests/layering/rules.h"

namespace newsline::layering {
namespace {

constexpr std::ptrdiff_t kMaxLines = 300;

constexpr std::array<std::string_view, 8> kEmptyNames = {"common", "helper", "helpers", "misc",
                                                         "types",  "util",   "utils",   "utilities"};

constexpr std::string_view kLicence = "SPDX-License-Identifier: GPL-3.0-or-later";

std::string_view first_line(std::string_view text) { return text.substr(0, text.find('\n')); }

/// The first line that is not a script's `#!`.
std::string_view first_own_line(std::string_view text) {
  if (!text.starts_with("#!")) return first_line(text);
  return first_line(text.substr(std::min(text.find('\n'), text.size() - 1) + 1));
}

/// The words of a CMakeLists.txt that end in .cpp, as paths from the root.
std::set<std::string> sources_named_by(std::string_view path, std::string_view list) {
  std::set<std::string> named;
  for (std::size_t at = 0; at < list.size();) {
    const std::size_t begin = list.find_first_not_of(" \t\n()\"", at);
    if (begin == std::string_view::npos) break;
    const std::size_t end = std::min(list.find_first_of(" \t\n()\"", begin), list.size());
    const std::string_view word = list.substr(begin, end - begin);
    at = end;
    if (!word.ends_with(".cpp")) continue;
    named.insert((std::filesystem::path(folder_of(path)) / word).lexically_normal().generic_string());
  }
  return named;
}

}  // namespace

Violations files_are_short(const SourceTree& tree) {
  Violations found;
  for (const auto& [path, source] : tree) {
    const auto lines = std::count(source.begin(), source.end(), '\n');
    if (lines > kMaxLines) found.push_back(path + ": " + std::to_string(lines) + " lines, of 300 at most");
  }
  return found;
}

Violations names_say_something(const SourceTree& tree) {
  Violations found;
  for (const auto& [path, source] : tree) {
    if (!is_cpp_source(path)) continue;
    const std::string stem = std::filesystem::path(path).stem().string();
    if (std::find(kEmptyNames.begin(), kEmptyNames.end(), stem) != kEmptyNames.end()) {
      found.push_back(path + ": the name does not say what it holds");
    }
  }
  return found;
}

Violations files_begin_well(const SourceTree& tree) {
  Violations found;
  for (const auto& [path, source] : tree) {
    const std::string licence = (is_cpp_source(path) ? "// " : "# ") + std::string(kLicence);
    if (first_own_line(source) != licence) found.push_back(path + ": does not begin with " + licence);
    if (path.ends_with(".h") && source.find("\n#pragma once\n") == std::string::npos) {
      found.push_back(path + ": has no #pragma once");
    }
  }
  return found;
}

Violations cmake_lists_match_the_files(const SourceTree& tree) {
  Violations found;
  std::set<std::string> named;
  for (const auto& [path, list] : tree) {
    if (!path.ends_with("CMakeLists.txt")) continue;
    for (const std::string& source : sources_named_by(path, list)) {
      if (!tree.contains(source)) found.push_back(path + ": names " + source + ", which does not exist");
      named.insert(source);
    }
  }
  for (const auto& [path, source] : tree) {
    if (path.ends_with(".cpp") && !named.contains(path)) {
      found.push_back(path + ": stands in no CMakeLists.txt");
    }
  }
  return found;
}

}  // namespace newsline::layering
