// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>
#include <xapian.h>

#include <csignal>
#include <filesystem>
#include <string>

#include "tests/cli/index_program.h"

using namespace newsline;

namespace {

namespace fs = std::filesystem;

/// Runs the program with some of its streams closed or turned by a shell.
Outcome run_in_shell(const IndexProgram& index, std::vector<std::string> arguments,
                     const std::string& turned) {
  Command command = index.command(std::move(arguments));
  command.arguments.insert(command.arguments.begin(), {"/bin/sh", "-c", "exec \"$0\" \"$@\" " + turned});
  return run(command);
}

std::string generation_of(const IndexProgram& index) { return index / "index/gen-000001"; }

/// One that is at work on an article behind the thousandth.
Command large_run(const IndexProgram& index, const std::string& action) {
  Command command = index.command({action, "news"});
  command.output = Command::Stdout::terminal;  // the progress there says that it is at work
  command.environment = {{"TERM", "xterm"}};
  return command;
}

constexpr int kManyRecords = 20'000;
constexpr const char* kAtWork = "file 1 of 1, ";

}  // namespace

TEST_SUITE_BEGIN("black-box");

TEST_CASE("what cannot be done is told with a hint and its exit code") {
  struct Fault {
    const char* what;
    std::vector<std::string> arguments;
    int exit_code;
    const char* said;
  };
  const IndexProgram index;
  index.write_news("a.jsonl", record(1));
  write_file(index / "letters/to-mother.txt", "dear mother");
  fs::create_symlink("itself", index / "itself");
  const Fault faults[] = {
      {"no such source", {"update", "nowhere"}, 2, "nowhere\" does not exist"},
      {"a link to itself", {"update", "itself"}, 2, "itself\" does not exist"},
      {"an empty source", {"update", ""}, 2, "a PATH is empty"},
      {"an empty index", {"update", "news", "--index", ""}, 2, "--index is given an empty name"},
      {"no index to read", {"status"}, 2, "there is no index in \"index\""},
      {"no index to export", {"export"}, 2, "there is no index in \"index\""},
      {"a foreign folder", {"update", "news", "--index", "letters"}, 77, "to-mother.txt"},
      {"an index that cannot be made",
       {"update", "news", "--index", "/dev/null/x"},
       73,
       "cannot make the folder"},
      {"an unknown option", {"update", "--frobnicate"}, 2, "\"--frobnicate\" is not known"},
      {"an unknown command", {"frobnicate"}, 2, "there is no command \"frobnicate\""},
      {"no command", {}, 2, "no command is given"},
      {"an option without its value", {"status", "--index"}, 2, "--index: 1 required DIR missing"},
  };
  for (const Fault& fault : faults) {
    CAPTURE(fault.what);
    const Outcome outcome = index(fault.arguments);
    CHECK(outcome.exit_code == fault.exit_code);
    CHECK(outcome.output.empty());
    CHECK(outcome.errors.starts_with("newsline-index: "));
    CHECK(has(outcome.errors, fault.said));
  }
  CHECK(fs::exists(index / "letters/to-mother.txt"));
  CHECK_FALSE(fs::exists(index / "index"));
}

TEST_CASE("an index made by other rules is refused until it is rebuilt") {
  const IndexProgram index;
  index.write_news("a.jsonl", record(1));
  REQUIRE(index({"update", "news"}).exit_code == 0);
  {
    Xapian::WritableDatabase database(generation_of(index), Xapian::DB_OPEN);
    database.set_metadata("newsline.tokenizer", "0");
    database.commit();
  }
  for (const char* action : {"update", "status", "export"}) {
    CAPTURE(action);
    const Outcome outcome = index({action});
    CHECK(outcome.exit_code == 78);
    CHECK(has(outcome.errors, "rebuild"));
    CHECK(outcome.output.empty());
  }
  CHECK(index({"rebuild"}).exit_code == 0);
  CHECK(lines_in(index.exported()) == 1);
}

TEST_CASE("a damaged index is told and not read") {
  const IndexProgram index;
  index.write_news("a.jsonl", record(1));
  REQUIRE(index({"update", "news"}).exit_code == 0);
  write_file(generation_of(index) + "/iamglass", std::string(100, '\0'));
  for (const char* action : {"update", "status", "export"}) {
    CAPTURE(action);
    const Outcome outcome = index({action});
    CHECK(outcome.exit_code == 65);
    CHECK(outcome.errors.starts_with("newsline-index: "));
  }
}

TEST_CASE("output that cannot be written is an error and what was indexed stays") {
  for (const char* turned : {">/dev/full", ">&-"}) {
    CAPTURE(turned);
    const IndexProgram index;
    index.write_news("a.jsonl", record(1));
    const Outcome outcome = run_in_shell(index, {"update", "news"}, turned);
    CHECK(outcome.exit_code == 73);
    CHECK(outcome.errors.starts_with("newsline-index: cannot write to standard output: "));
    CHECK(lines_in(index.exported()) == 1);
    CHECK(run_in_shell(index, {"status"}, turned).exit_code == 73);
    CHECK(run_in_shell(index, {"export"}, turned).exit_code == 73);
  }
}

TEST_CASE("a closed standard error ends no run") {
  const IndexProgram index;
  index.write_news("a.jsonl", "{\n" + record(1));
  const Outcome outcome = run_in_shell(index, {"update", "news"}, "<&- 2>&-");
  CHECK(outcome.exit_code == 73);  // the rejection could not be told
  CHECK(lines_in(index.exported()) == 1);
}

TEST_CASE("a reader that goes away is no error") {
  const IndexProgram index;
  index.write_news("a.jsonl", records(5000));
  for (const char* action : {"update", "status", "export"}) {
    CAPTURE(action);
    Command command = index.command({action});
    if (action == std::string("update")) command.arguments.emplace_back("news");
    command.output = Command::Stdout::unread;
    const Outcome outcome = run(command);
    CHECK(outcome.exit_code == 0);
    CHECK(outcome.errors.empty());
  }
}

TEST_CASE("a second run at the same time names the first and gives way") {
  const IndexProgram index;
  index.write_news("a.jsonl", records(kManyRecords));
  Process first(large_run(index, "update"));
  REQUIRE(first.wait_for_text(kAtWork));
  first.send_signal(SIGSTOP);
  for (const char* action : {"update", "rebuild"}) {
    const Outcome second = index({action, "news"});
    CHECK(second.exit_code == 75);
    CHECK(has(second.errors, "is being written by process "));
    CHECK(has(second.errors, "(update)"));
    CHECK(second.output.empty());
  }
  first.send_signal(SIGCONT);
  CHECK(first.finish().exit_code == 0);
  CHECK(lines_in(index.exported()) == kManyRecords);
}

TEST_CASE("an update that is stopped goes on in the next run as if nothing had been") {
  for (const int number : {SIGTERM, SIGINT}) {
    CAPTURE(number);
    const IndexProgram index;
    index.write_news("a.jsonl", records(kManyRecords));
    Process process(large_run(index, "update"));
    REQUIRE(process.wait_for_text(kAtWork));
    process.send_signal(number);
    const Outcome stopped = process.finish();
    CHECK(stopped.exit_code == 128 + number);
    CHECK(has(stopped.output, number == SIGTERM ? "stopped by SIGTERM: " : "stopped by SIGINT: "));
    const std::size_t before = lines_in(index.exported());
    CHECK(before >= 1000);
    CHECK(before < kManyRecords);
    CHECK(has(index({"status"}).output, ", stopped early"));

    CHECK(index({"update"}).exit_code == 0);
    REQUIRE(index({"update", "news", "--index", "undisturbed"}).exit_code == 0);
    CHECK(index.exported() == index.exported("undisturbed"));
  }
}

TEST_CASE("a signal that the program was started to ignore stops nothing") {
  const IndexProgram index;
  index.write_news("a.jsonl", records(kManyRecords));
  Command command = large_run(index, "update");
  command.arguments.insert(command.arguments.begin(), {"/bin/sh", "-c", "trap '' INT; exec \"$0\" \"$@\""});
  Process process(command);
  REQUIRE(process.wait_for_text(kAtWork));
  process.send_signal(SIGINT);
  CHECK(process.finish().exit_code == 0);
  CHECK(lines_in(index.exported()) == kManyRecords);
}

TEST_CASE("a rebuild that is stopped leaves the index as it was") {
  const IndexProgram index;
  index.write_news("a.jsonl", records(10));
  REQUIRE(index({"update", "news"}).exit_code == 0);
  const std::string before = index.exported();
  index.write_news("a.jsonl", records(kManyRecords));
  Process process(large_run(index, "rebuild"));
  REQUIRE(process.wait_for_text(kAtWork));
  process.send_signal(SIGTERM);
  const Outcome stopped = process.finish();
  CHECK(stopped.exit_code == 128 + SIGTERM);
  CHECK(has(stopped.output, "nothing was rebuilt, the index is as it was"));
  CHECK(index.exported() == before);
}

TEST_CASE("a run that is killed loses nothing that the next does not bring") {
  const IndexProgram index;
  index.write_news("a.jsonl", records(kManyRecords));
  Process process(large_run(index, "update"));
  REQUIRE(process.wait_for_text(kAtWork));
  process.send_signal(SIGKILL);
  CHECK(process.finish().signal == SIGKILL);
  CHECK(index({"update", "news"}).exit_code == 0);
  REQUIRE(index({"update", "news", "--index", "undisturbed"}).exit_code == 0);
  CHECK(index.exported() == index.exported("undisturbed"));
}

TEST_CASE("a full disk is told and the next run brings what is missing") {
  const IndexProgram index;
  index.write_news("a.jsonl", records(10));
  REQUIRE(index({"update", "news"}).exit_code == 0);
  const std::string before = index.exported();
  index.write_news("b.jsonl", records(5000));
  // No file may grow beyond 512 blocks of 512 bytes, which the new articles need.
  Command command = index.command({"update", "news"});
  command.arguments.insert(command.arguments.begin(),
                           {"/bin/sh", "-c", "trap '' XFSZ; ulimit -f 512; exec \"$0\" \"$@\""});
  const Outcome outcome = run(command);
  CHECK(outcome.exit_code == 73);
  CHECK(outcome.errors.starts_with("newsline-index: "));
  CHECK(outcome.output.empty());
  CHECK(index.exported() == before);

  CHECK(index({"update", "news"}).exit_code == 0);
  REQUIRE(index({"update", "news", "--index", "undisturbed"}).exit_code == 0);
  CHECK(index.exported() == index.exported("undisturbed"));
}

TEST_SUITE_END();
