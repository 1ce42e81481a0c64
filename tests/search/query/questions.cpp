// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/search/query/questions.h"

#include <doctest/doctest.h>

#include "common/search/query/signs.h"

namespace newsline::test {

std::string read_as(std::string_view question, MatchMode match) {
  const auto read = parse_query(question, {match, kToday});
  if (const auto* const tree = std::get_if<QueryNode>(&read)) return describe(*tree);
  const auto& mistake = std::get<Mistake>(read);
  return "mistake at " + std::to_string(mistake.where.begin) + ": " + mistake.message;
}

void check_understood(std::span<const Understood> table) {
  for (const Understood& each : table) {
    CAPTURE(each.question);
    CHECK(read_as(each.question) == each.tree);
  }
}

void check_refused(std::span<const Refused> table) {
  for (const Refused& each : table) {
    CAPTURE(each.question);
    const auto read = parse_query(each.question, {MatchMode::all, kToday});
    const auto* const mistake = std::get_if<Mistake>(&read);
    if (mistake == nullptr) {
      FAIL_CHECK("it was read as " << describe(std::get<QueryNode>(read)));
      continue;
    }
    CHECK(mistake->message.substr(0, each.message.size()) == each.message);
    CHECK(letter_count(each.question.substr(0, mistake->where.begin)) + 1 == each.column);
    CHECK_MESSAGE(mistake->hint.find(each.hint) != std::string::npos, mistake->hint);
  }
}

}  // namespace newsline::test
