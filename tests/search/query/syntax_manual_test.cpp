// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include <fstream>
#include <sstream>
#include <vector>

#include "common/search/archive.h"
#include "tests/search/query/questions.h"

namespace newsline::test {
namespace {

/// A question of SYNTAX.md and what stands indented below it: its tree, or `error: ` and the message.
struct Example {
  std::size_t line = 0;
  std::string mode;  ///< what stands behind `question` where the block begins
  std::string question;
  std::string answer;
};

const std::string& manual() {
  static const std::string kText = [] {
    std::ifstream file(NEWSLINE_SOURCE_DIR "/common/search/SYNTAX.md");
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
  }();
  return kText;
}

std::vector<Example> examples() {
  constexpr std::string_view kOpening = "```question";
  constexpr std::string_view kIndent = "    ";
  std::vector<Example> found;
  std::istringstream lines(manual());
  std::string line;
  bool inside = false;
  std::string mode;
  for (std::size_t number = 1; std::getline(lines, line); ++number) {
    if (line.starts_with("```")) {
      inside = line.starts_with(kOpening);
      if (inside) mode = line.substr(kOpening.size());
    } else if (inside && !line.starts_with(kIndent)) {
      found.push_back({number, mode, line, ""});
    } else if (inside) {
      REQUIRE(!found.empty());
      found.back().answer = line.substr(kIndent.size());
    }
  }
  return found;
}

std::string answer_to(const Example& example) {
  const ParseOptions options{example.mode == " any" ? MatchMode::any : MatchMode::all, kToday};
  const auto read = example.mode == " plain" ? plain_query(example.question, options)
                                             : parse_query(example.question, options);
  if (const auto* const tree = std::get_if<QueryNode>(&read)) return describe(*tree);
  return "error: " + std::get<Mistake>(read).message;
}

TEST_SUITE_BEGIN("unit");

TEST_CASE("every example of the manual is read as it says") {
  const std::vector<Example> all = examples();
  CHECK(all.size() > 60);
  for (const Example& example : all) {
    CAPTURE(example.line);
    CAPTURE(example.question);
    CHECK((example.mode.empty() || example.mode == " any" || example.mode == " plain"));
    CHECK(answer_to(example) == example.answer);
  }
}

TEST_CASE("the manual shows every field and every kind of part") {
  std::string shown = "\n";
  for (const Example& example : examples()) shown += example.question + '\n' + example.answer + '\n';
  for (const std::string_view part :
       {"title:",  "tag:",   "author:", "source:", "lang:", "section:", "id:",  "date:",
        "before:", "after:", "since:",  "reads:",  "near/", "\n*\n",    "any(", "all(",
        "not(",    "^2",     "=",       "*",       "#",     "\""}) {
    CAPTURE(part);
    CHECK(shown.find(part) != std::string::npos);
  }
}

TEST_CASE("the manual names the limits that are kept") {
  const auto says = [](std::size_t limit, const char* what) {
    const std::string words = "| " + std::to_string(limit) + ' ' + what;
    CAPTURE(words);
    CHECK(manual().find(words) != std::string::npos);
  };
  says(kMaxQueryBytes, "bytes");
  says(kMaxQueryLeaves, "words");
  says(kMaxQueryDepth, "levels");
  says(kMaxPhraseForms, "words");
  says(kMinPrefixLetters, "letters");
  says(kMaxNearDistance, "words");
  says(kMaxPlainForms, "different words");
  says(kMaxExpansion, "words");
}

TEST_SUITE_END();

}  // namespace
}  // namespace newsline::test
