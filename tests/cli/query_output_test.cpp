// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "common/text/printable.h"
#include "common/text/utf8.h"
#include "tests/cli/query_archive.h"

namespace {

using newsline::Command;
using newsline::contains;
using newsline::display_width;
using newsline::is_valid_utf8;
using newsline::occurrences;
using newsline::Outcome;
using newsline::printable;
using newsline::QueryArchive;

constexpr const char* kEscape = "\x1B[";

const std::vector<std::vector<std::string>> kHostile = {
    {"poison", "--facet", "tag", "--facet", "author", "--facet", "source", "--facet", "section"},
    {"poison", "--format", "json", "--facet", "tag", "--facet", "author", "--explain"},
    {"poison", "--format", "jsonl"},
    {"poison", "--format", "csv"},
    {"show", "--", "https://evil.example/\u202Egpj.exe"},
    {"show", "--format", "json", "https://evil.example/\u202Egpj.exe"},
    {"show", "--format", "csv", "https://evil.example/\u202Egpj.exe"},
    {"tags"},
    {"tags", "--format", "json"},
    {"tags", "--format", "jsonl"},
    {"tags", "--format", "csv"},
};

}  // namespace

TEST_SUITE_BEGIN("black-box");

TEST_CASE("no text of an article drives a terminal in any format") {
  for (const auto& arguments : kHostile) {
    const Outcome outcome = QueryArchive::instance().ask(arguments);
    CHECK(outcome.exit_code == 0);
    CHECK(contains(outcome.output, "poison"));
    CHECK(is_valid_utf8(outcome.output));
    std::string unix_lines = outcome.output;
    std::erase(unix_lines, '\r');
    CHECK(printable(unix_lines) == unix_lines);
  }
}

TEST_CASE("a title cannot begin a line of its own") {
  const Outcome text = QueryArchive::instance().ask({"poison", "--no-snippets"});
  CHECK(!contains(text.output, "\nsecond line"));
  CHECK(contains(text.output, "second line"));
}

TEST_CASE("no cell of csv begins like a formula") {
  const Outcome hit = QueryArchive::instance().ask({"poison", "--format", "csv"});
  CHECK(contains(hit.output, ",\"'=HYPERLINK(\"\"http://evil.example\"\",\"\"poison\"\")"));
  CHECK(contains(hit.output, ",'+author"));
  const Outcome tags = QueryArchive::instance().ask({"tags", "--format", "csv"});
  CHECK(contains(tags.output, "\r\n'@poison"));
  CHECK(contains(tags.output, "\r\n'-minus,1\r\n"));
}

TEST_CASE("a reader that goes away ends the program quietly with the code it would have had") {
  for (const char* format : {"text", "json", "jsonl", "csv"}) {
    CAPTURE(format);
    Command found = QueryArchive::instance().command({"dam", "--format", format});
    found.output = Command::Stdout::unread;
    const Outcome outcome = run(found);
    CHECK(outcome.errors.empty());
    CHECK(outcome.exit_code == 0);
  }
  Command none = QueryArchive::instance().command({"penguins"});
  none.output = Command::Stdout::unread;
  CHECK(run(none).exit_code == 1);
}

TEST_CASE("a full disk is an error") {
  if (!std::filesystem::exists("/dev/full")) return;
  for (const std::vector<std::string>& arguments : {std::vector<std::string>{"dam"},
                                                    {"dam", "--format", "json"},
                                                    {"tags"},
                                                    {"show", "dam"},
                                                    {"--help"}}) {
    Command command = QueryArchive::instance().command(arguments);
    command.output_file = "/dev/full";
    const Outcome outcome = run(command);
    CHECK(outcome.errors.starts_with("newsline-query: cannot write to standard output: "));
    CHECK(outcome.exit_code == 73);
  }
}

TEST_CASE("a standard output that is closed is an error and no file of the index") {
  Command command = QueryArchive::instance().command({"dam"});
  command.arguments.insert(command.arguments.begin(), {"/bin/sh", "-c", "\"$0\" \"$@\" >&-"});
  const Outcome outcome = run(command);
  CHECK(outcome.errors.starts_with("newsline-query: cannot write to standard output: "));
  CHECK(outcome.exit_code == 73);
}

TEST_CASE("colour is for terminals and for those who insist") {
  const QueryArchive& archive = QueryArchive::instance();
  const auto on_terminal = [&](std::vector<std::string> arguments, QueryArchive::Environment environment) {
    Command command = archive.command(std::move(arguments), environment);
    command.output = Command::Stdout::terminal;
    return contains(run(command).output, kEscape);
  };
  CHECK(on_terminal({"dam"}, {{"TERM", "xterm"}}));
  CHECK(!on_terminal({"dam"}, {{"TERM", "dumb"}}));
  CHECK(!on_terminal({"dam"}, {{"TERM", "xterm"}, {"NO_COLOR", "1"}}));
  CHECK(on_terminal({"dam", "--color", "always"}, {{"TERM", "xterm"}, {"NO_COLOR", "1"}}));
  CHECK(!on_terminal({"dam", "--color", "never"}, {{"TERM", "xterm"}}));
  CHECK(!contains(archive.ask({"dam"}, {{"TERM", "xterm"}}).output, kEscape));
  CHECK(contains(archive.ask({"dam", "--color=always"}).output, kEscape));
  CHECK(contains(archive.ask({"AND", "--color=always"}).errors, kEscape));
}

TEST_CASE("the words that were asked for are what the accent marks") {
  const Outcome outcome = QueryArchive::instance().ask({"crack", "--color=always"});
  CHECK(occurrences(outcome.output, "\x1B[1;35m") == 1);
  CHECK(contains(outcome.output, "\x1B[1;35mcrack\x1B[0m"));
}

TEST_CASE("on a terminal lines are not wider than it and on a pipe a snippet is one line") {
  const QueryArchive& archive = QueryArchive::instance();
  for (const unsigned short columns : std::vector<unsigned short>{40, 72}) {
    for (const char* question : {"river", "水坝"}) {
      Command command = archive.command({question}, {{"TERM", "dumb"}});
      command.output = Command::Stdout::terminal;
      command.columns = columns;
      const std::string output = run(command).output;
      CHECK(occurrences(output, "\n") > 5);
      for (std::string_view rest = output; !rest.empty();) {
        const std::size_t end = rest.find("\r\n");
        REQUIRE(end != std::string_view::npos);
        CAPTURE(rest.substr(0, end));
        CHECK(display_width(rest.substr(0, end)) <= columns);
        rest.remove_prefix(end + 2);
      }
    }
  }
  CHECK(contains(
      archive.ask({"valley", "--sort", "date"}).output,
      "\n   Engineers closed the last crack in the Jrakert dam on Tuesday. The river is expected to rise "
      "within days, and the valley below the dam has been waiting for this repair since autumn."));
}

TEST_SUITE_END();
