// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include <regex>
#include <set>
#include <string>
#include <vector>

#include "tests/packaging/made_files.h"

using namespace newsline;

namespace {

/// What stands in the first group of every match.
std::set<std::string> all_of(const std::string& text, const std::string& expression) {
  const std::regex pattern(expression);
  std::set<std::string> found;
  for (std::sregex_iterator match(text.begin(), text.end(), pattern), end; match != end; ++match)
    found.insert((*match)[1].str());
  return found;
}

std::string help_of(const OurProgram& program, const std::string& command = "") {
  Command asked;
  asked.arguments = {program.path};
  if (!command.empty()) asked.arguments.push_back(command);
  asked.arguments.emplace_back("--help");
  const Outcome outcome = run(asked);
  REQUIRE(outcome.exit_code == 0);
  return outcome.output;
}

/// The commands, and the long options of all of them, by a reading of --help that is not that of the scripts:
/// an option stands at the beginning of a line.
struct Offered {
  std::set<std::string> commands;
  std::set<std::string> options;

  explicit Offered(const OurProgram& program) {
    const std::string help = help_of(program);
    commands = program.name == "newsline-index"
                   ? all_of(help.substr(help.find("\nCommands:\n")), "\n  ([a-z]+)  ")
                   : all_of(help, "\n +newsline-query ([a-z]+) \\[");
    add_options(help);
    for (const std::string& command : commands) add_options(help_of(program, command));
  }

 private:
  void add_options(const std::string& help) {
    options.merge(all_of(help, "\n {2,4}(?:-[a-z],? ?)?(--[a-z-]+)"));
  }
};

}  // namespace

TEST_SUITE_BEGIN("unit");

TEST_CASE("every option of --help stands in the manual page and the reverse") {
  for (const OurProgram& program : kOurPrograms) {
    CAPTURE(program.name);
    const Offered offered(program);
    REQUIRE(offered.options.size() > 10);
    const std::string page = content_of(kMade + program.name + ".1");
    CHECK(all_of(page, "\n(?:\\\\fB\\\\-[a-z]\\\\fR, )?\\\\fB((?:\\\\-|[a-z])+)\\\\fR") == [&] {
      std::set<std::string> written;
      for (const std::string& option : offered.options)
        written.insert(std::regex_replace(option, std::regex("-"), "\\-"));
      return written;
    }());
    CHECK(all_of(page, "\n\\.SS ([a-z]+)") == offered.commands);
    for (const char* code : {"0", "1", "2", "3", "65", "73", "75", "77", "78"}) {
      CAPTURE(code);
      CHECK(page.find(std::string("\n.B ") + code + "\n") != std::string::npos);
    }
  }
}

TEST_CASE("every option and command of --help stands in the completions and the reverse") {
  for (const OurProgram& program : kOurPrograms) {
    CAPTURE(program.name);
    const Offered offered(program);
    const std::string bash = content_of(kMade + program.name + ".bash");
    const std::string options = bash.substr(bash.find("  options='"));
    CHECK(all_of(options, "[ '](--[a-z][a-z-]*)") == offered.options);
    CHECK(all_of(content_of(kMade + program.name + ".zsh"), "[*,](--[a-z-]+)[\\[}]") == offered.options);
    std::set<std::string> in_fish;
    for (const std::string& name : all_of(content_of(kMade + program.name + ".fish"), " -l ([a-z-]+)"))
      in_fish.insert("--" + name);
    CHECK(in_fish == offered.options);
    for (const std::string& command : offered.commands) {
      CAPTURE(command);
      CHECK(bash.find(" " + command) != std::string::npos);
      CHECK(content_of(kMade + program.name + ".zsh").find("'" + command + ":") != std::string::npos);
      CHECK(content_of(kMade + program.name + ".fish").find(" -a " + command + " ") != std::string::npos);
    }
  }
}

TEST_CASE("the page of the language has every part and example of its source") {
  const std::string source = content_of(NEWSLINE_SOURCE_DIR "/common/search/SYNTAX.md");
  const Outcome shown = run_tool({"sh", "-c", "preconv -e utf-8 \"$0\" | groff -man -Tutf8 -P-cbou -rLL=400n",
                                  kMade + "newsline-query-syntax.7"});
  if (is_missing(shown, "groff")) return;
  REQUIRE(shown.exit_code == 0);
  const std::regex example("\n```question[a-z ]*\n([^`]*)```");
  std::size_t lines = 0;
  for (std::sregex_iterator block(source.begin(), source.end(), example), end; block != end; ++block) {
    for (const std::string& line : all_of("\n" + (*block)[1].str(), "\n *([^\n]+)(?=\n)")) {
      CAPTURE(line);
      CHECK(shown.output.find(line) != std::string::npos);
      ++lines;
    }
  }
  CHECK(lines > 150);
}

TEST_CASE("the manual pages are well formed") {
  for (const char* page : {"newsline-index.1", "newsline-query.1", "newsline-query-syntax.7"}) {
    CAPTURE(page);
    const Outcome outcome = run_tool(
        {"sh", "-c",
         "command -v groff >/dev/null || exit 127; preconv -e utf-8 \"$0\" | groff -man -Tutf8 -ww -z",
         kMade + page});
    if (is_missing(outcome, "groff")) return;
    CHECK(outcome.exit_code == 0);
    CHECK(outcome.errors.empty());
  }
}

TEST_SUITE_END();
