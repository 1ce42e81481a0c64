// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <string>

#include "common/search/query/parse_query.h"
#include "common/text/printable.h"
#include "common/text/utf8.h"

namespace newsline {
namespace {

/// Bytes of the question that are shown before, under and behind the carets.
constexpr std::size_t kContextBytes = 120;

/// Safe for a terminal, with a blank for each line end and tab so that columns can be counted.
std::string on_one_line(std::string_view text) {
  std::string line = printable(text);
  std::ranges::replace_if(
      line, [](char byte) { return byte == '\n' || byte == '\t'; }, ' ');
  return line;
}

std::string beginning(std::string_view text) {
  if (text.size() <= kContextBytes) return on_one_line(text);
  return on_one_line(text.substr(0, utf8_floor(text, kContextBytes))) + "…";
}

std::string ending(std::string_view text) {
  if (text.size() <= kContextBytes) return on_one_line(text);
  return "…" + on_one_line(text.substr(utf8_floor(text, text.size() - kContextBytes)));
}

}  // namespace

std::string point_at(std::string_view question, Span where) {
  const std::string before = ending(question.substr(0, where.begin));
  const std::string there = beginning(question.substr(where.begin, where.size()));
  const std::string behind = beginning(question.substr(where.end));
  const std::size_t carets = std::max<std::size_t>(display_width(there), 1);
  return before + there + behind + '\n' + std::string(display_width(before), ' ') + std::string(carets, '^');
}

}  // namespace newsline
