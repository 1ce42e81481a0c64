// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/readme/transcript.h"

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
  constexpr std::string_view kDigits = "0123456789";
  constexpr std::string_view kTime = "0.05 s";
  for (std::size_t end = output.find(" s "); end != std::string::npos; end = output.find(" s ", end + 1)) {
    const std::size_t point = output.find_last_not_of(kDigits, end - 1);
    if (point == std::string::npos || output[point] != '.' || end - point != 3) continue;
    const std::size_t before = output.find_last_not_of(kDigits, point - 1);
    const std::size_t begin = before == std::string::npos ? 0 : before + 1;
    output.replace(begin, end + 2 - begin, kTime);
    end = begin + kTime.size();
  }
  for (std::size_t at = output.find(here); at != std::string::npos; at = output.find(here, at))
    output.replace(at, here.size(), "~/newsline");
  return output;
}

}  // namespace newsline::test
