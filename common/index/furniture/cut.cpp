// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/furniture/cut.h"

#include <algorithm>

#include "common/article/field/white_space.h"

namespace newsline {

std::string cut_value(EdgeCut cut) {
  if (cut.empty()) return {};
  return {static_cast<char>(cut.head), static_cast<char>(cut.tail)};
}

EdgeCut cut_of_value(std::string_view value) {
  if (value.size() != 2) return {};
  return {static_cast<std::uint8_t>(value[0]), static_cast<std::uint8_t>(value[1])};
}

Span kept_of(std::string_view body, EdgeCut cut) {
  std::string_view rest = body;
  if (!cut.empty()) {
    for (unsigned left = cut.head; left > 0; --left) static_cast<void>(take_first_line(rest));
    for (unsigned left = cut.tail; left > 0; --left) static_cast<void>(take_last_line(rest));
    rest = trim(rest);
  }
  const auto begin = static_cast<std::size_t>(rest.data() - body.data());
  return {begin, begin + rest.size()};
}

std::optional<std::string_view> take_first_line(std::string_view& rest) {
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    const std::string_view line = trim(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (!line.empty()) return line;
  }
  return std::nullopt;
}

std::optional<std::string_view> take_last_line(std::string_view& rest) {
  while (!rest.empty()) {
    const std::size_t end = rest.rfind('\n');
    const std::size_t begin = end == std::string_view::npos ? 0 : end + 1;
    const std::string_view line = trim(rest.substr(begin));
    rest = rest.substr(0, begin == 0 ? 0 : begin - 1);
    if (!line.empty()) return line;
  }
  return std::nullopt;
}

}  // namespace newsline
