// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/readme/transcript.h"

#include <regex>
#include <sstream>

namespace newsline::test {

std::vector<Shown> transcript(std::string_view document) {
  std::vector<Shown> all;
  std::istringstream lines{std::string(document)};
  bool is_inside = false;
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("```")) {
      is_inside = line == "```console";
    } else if (is_inside && line.starts_with("$ ")) {
      all.push_back({line.substr(2), ""});
    } else if (is_inside && !all.empty()) {
      all.back().output += line + "\n";
    }
  }
  return all;
}

std::string settled(std::string output, const std::string& here) {
  output = std::regex_replace(output, std::regex(R"(\b\d+\.\d\d s\b)"), "0.05 s");
  for (std::size_t at = output.find(here); at != std::string::npos; at = output.find(here, at))
    output.replace(at, here.size(), "~/newsline");
  return output;
}

}  // namespace newsline::test
