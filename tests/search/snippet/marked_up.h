// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>
#include <variant>

#include "common/search/page.h"
#include "common/search/query/parse_query.h"
#include "common/search/snippet/wanted.h"

namespace newsline::test {

/// The text with its marks in square brackets.
inline std::string marked_up(const MarkedText& marked) {
  std::string text;
  std::size_t at = 0;
  for (const Span& mark : marked.marks) {
    text += marked.text.substr(at, mark.begin - at) + "[" + marked.text.substr(mark.begin, mark.size()) + "]";
    at = mark.end;
  }
  return text + marked.text.substr(at);
}

/// What a question of the query language wants.
inline Wanted wanted(std::string_view question, const Families& families = {}) {
  const auto parsed = parse_query(question, {});
  if (const auto* mistake = std::get_if<Mistake>(&parsed)) throw std::invalid_argument(mistake->message);
  return wanted_by(std::get<QueryNode>(parsed), families);
}

}  // namespace newsline::test
