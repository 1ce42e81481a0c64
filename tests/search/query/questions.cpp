// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/search/query/questions.h"

#include <doctest/doctest.h>

#include "common/search/query/signs.h"

namespace newsline::test {

std::string read_as(std::string_view question, MatchMode match) {
  const auto read = parse_query(question, {match, kToday});
  if (const auto* const tree = std::get_if<QueryNode>(&read)) return describe(*tree);
  const Mistake& mistake = std::get<Mistake>(read);
  return "mistake at " + std::to_string(mistake.where.begin) + ": " + mistake.message;
}

void check_understood(std::span<const Understood> table) {
  for (const auto& [question, tree] : table) {
    CAPTURE(question);
    CHECK(read_as(question) == tree);
  }
}

void check_refused(std::span<const Refused> table) {
  for (const auto& [question, message, column, hint] : table) {
    CAPTURE(question);
    const auto read = parse_query(question, {MatchMode::all, kToday});
    const auto* const mistake = std::get_if<Mistake>(&read);
    if (mistake == nullptr) {
      FAIL_CHECK("it was read as " << describe(std::get<QueryNode>(read)));
      continue;
    }
    CHECK(mistake->message.substr(0, message.size()) == message);
    CHECK(letter_count(question.substr(0, mistake->where.begin)) + 1 == column);
    CHECK_MESSAGE(mistake->hint.find(hint) != std::string::npos, mistake->hint);
  }
}

}  // namespace newsline::test
