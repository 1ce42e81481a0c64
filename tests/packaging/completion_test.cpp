// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "tests/packaging/made_files.h"

using namespace newsline;

namespace {

/// What bash offers behind these words, the last of which is being written: words, one blank between them.
std::string offered(const std::vector<std::string>& words) {
  std::string function = "_" + words.front();
  function.replace(function.find('-'), 1, "_");
  std::vector<std::string> arguments = {
      "bash",
      "--norc",
      "-c",
      ("source \"$0\"; function=$1; shift; COMP_WORDS=(\"$@\"); COMP_CWORD=$(($# - 1)); \"$function\"; "
       "echo \"${COMPREPLY[*]}\""),
      kMade + words.front() + ".bash",
      function};
  arguments.insert(arguments.end(), words.begin(), words.end());
  const Outcome outcome = run_tool(arguments);
  CHECK(outcome.errors.empty());
  return outcome.output;
}

void check_syntax(const std::string& shell) {
  for (const OurProgram& program : kOurPrograms) {
    const Outcome outcome = run_tool({shell, "-n", kMade + program.name + "." + shell});
    if (is_missing(outcome, shell)) return;
    CHECK(outcome.exit_code == 0);
    CHECK(outcome.errors.empty());
  }
}

}  // namespace

TEST_SUITE_BEGIN("unit");

TEST_CASE("bash completes commands and options and values") {
  struct Completion {
    std::vector<std::string> words;
    std::string offered;
  };
  const Completion completions[] = {
      {{"newsline-index", "reb"}, "rebuild\n"},
      {{"newsline-index", "--index", "here", "forg"}, "forget\n"},
      {{"newsline-index", "update", "--keep"}, "--keep-vanished\n"},
      {{"newsline-index", "check", "--keep"}, "\n"},
      {{"newsline-index", "--qui"}, "\n"},
      {{"newsline-index", "check", "--qui"}, "--quick --quiet\n"},
      {{"newsline-index", "check", "--ind"}, "--index\n"},
      {{"newsline-index", "--log-format", ""}, "text json\n"},
      {{"newsline-query", "--sort", "r"}, "relevance reads\n"},
      {{"newsline-query", "--color", ""}, "auto always never\n"},
      {{"newsline-query", "--limit", ""}, "\n"},
      {{"newsline-query", "ta"}, "tags\n"},
  };
  for (const Completion& completion : completions) {
    CAPTURE(completion.words.back());
    CHECK(offered(completion.words) == completion.offered);
  }
}

TEST_CASE("bash can parse its completions") { check_syntax("bash"); }

TEST_CASE("zsh can parse its completions") { check_syntax("zsh"); }

TEST_CASE("fish can parse its completions") { check_syntax("fish"); }

TEST_SUITE_END();
