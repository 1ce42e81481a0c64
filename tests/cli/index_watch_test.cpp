// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include <csignal>
#include <nlohmann/json.hpp>
#include <string>

#include "tests/cli/index_program.h"

using namespace newsline;

namespace {

using nlohmann::json;

/// Runs the program as systemd does, with standard output or error, or both, as the stream of the journal.
Outcome run_under_journal(const IndexProgram& index, std::vector<std::string> arguments, int descriptor) {
  Command command = index.command(std::move(arguments));
  command.environment = {{"PATH", "/usr/bin:/bin"}};
  const std::string stream = "/proc/$$/fd/" + std::to_string(descriptor);
  command.arguments.insert(
      command.arguments.begin(),
      {"/bin/sh", "-c",
       "JOURNAL_STREAM=$(stat -L -c %d:%i " + stream + ") && export JOURNAL_STREAM && exec \"$0\" \"$@\""});
  return run(command);
}

/// A run that holds the lock, stopped on its way.
class Holder {
 public:
  explicit Holder(const IndexProgram& index) : process_(command(index)) {
    REQUIRE(process_.wait_for_text("file 1 of 1, "));
    process_.send_signal(SIGSTOP);
  }
  void go_on() const { process_.send_signal(SIGCONT); }
  Outcome finish() { return process_.finish(); }

 private:
  static Command command(const IndexProgram& index) {
    index.write_news("a.jsonl", records(20'000));
    Command command = index.command({"update", "news"});
    command.output = Command::Stdout::terminal;
    command.environment = {{"TERM", "xterm"}};
    return command;
  }
  Process process_;
};

}  // namespace

TEST_SUITE_BEGIN("black-box");

TEST_CASE("a quiet run prints nothing unless something new is wrong") {
  const IndexProgram index;
  index.write_news("a.jsonl", record(1));
  const Outcome first = index({"update", "--quiet", "news"});
  CHECK(first.output.empty());
  CHECK(first.errors.empty());
  CHECK(first.exit_code == 0);

  index.write_news("b.jsonl", "{\n" + record(2));
  const Outcome second = index({"update", "-q"});
  CHECK(second.output.empty());
  CHECK(has(second.errors, "news/b.jsonl:1: "));
  CHECK(second.exit_code == 3);

  const Outcome third = index({"update", "-q"});
  CHECK(third.errors.empty());  // told once; the exit code still says that it is so
  CHECK(third.exit_code == 3);
  CHECK(has(index({"update"}).errors, "news/b.jsonl:1: "));
}

TEST_CASE("log lines are objects of JSON where that is asked for") {
  const IndexProgram index;
  index.write_news("a.jsonl", record(1) + "{\"\x1B[2J\n");
  const Outcome outcome = index({"update", "news", "--log-format", "json"});
  CHECK(outcome.exit_code == 3);
  const json rejected = json::parse(outcome.errors);
  CHECK(rejected["level"] == "warning");
  CHECK(rejected["path"] == index / "news/a.jsonl");
  CHECK(rejected["line"] == 2);
  const json done = json::parse(outcome.output);
  CHECK(done["level"] == "info");
  CHECK(done["run"]["articles_added"] == 1);

  const json failed = json::parse(index({"forget", "nothing", "--log-format", "json"}).errors);
  CHECK(failed["level"] == "error");
  CHECK(failed["exit_code"] == 2);
  const Outcome wrong = index({"update", "--log-format", "xml"});
  CHECK(wrong.exit_code == 2);
  CHECK(has(wrong.errors, "--log-format takes text or json, not \"xml\""));
}

TEST_CASE("the log line of a run says of it what the index remembers") {
  const IndexProgram index;
  index.write_news("a.jsonl", record(1) + "{\n");
  const json told = json::parse(index({"update", "news", "--log-format", "json"}).output)["run"];
  CHECK(told == json::parse(index({"status", "--json"}).output)["last_run"]);
}

TEST_CASE("lines carry their level where systemd reads them for its journal and only there") {
  const IndexProgram index;
  index.write_news("a.jsonl", record(1) + "{\n");
  const Outcome both = run_under_journal(index, {"update", "news"}, 2);
  CHECK(both.errors.starts_with("<4>/"));
  CHECK_FALSE(both.output.starts_with("<"));
  CHECK(run_under_journal(index, {"update", "news"}, 1).output.starts_with("<6>nothing changed"));
  const Outcome failed = run_under_journal(index, {"forget", "nothing"}, 2);
  CHECK(failed.errors.starts_with("<3>newsline-index: "));
  CHECK(has(failed.errors, "\n<3>  give the id"));
}

TEST_CASE("a run that finds another at work waits as long as it may") {
  const IndexProgram index;
  Holder holder(index);
  const Outcome impatient = index({"update", "--wait", "0", "news"});
  CHECK(impatient.exit_code == 75);
  CHECK(has(impatient.errors, " since "));
  const Outcome late = index({"update", "--wait", "1s", "news"});
  CHECK(late.exit_code == 75);

  Process patient(index.command({"update", "--wait", "1m", "news"}));
  REQUIRE(patient.wait_for_text("is being written by process "));
  holder.go_on();
  CHECK(holder.finish().exit_code == 0);
  const Outcome waited = patient.finish();
  CHECK(waited.exit_code == 0);
  CHECK(waited.output.starts_with("nothing changed: 1 file found"));
}

TEST_CASE("a signal ends the waiting for another run") {
  const IndexProgram index;
  Holder holder(index);
  Command command = index.command({"rebuild", "--wait", "1h", "news"});
  Process patient(command);
  REQUIRE(patient.wait_for_text("waiting: "));
  patient.send_signal(SIGTERM);
  const Outcome ended = patient.finish();
  CHECK_FALSE(ended.is_late);
  CHECK(ended.exit_code == 75);
  holder.go_on();
  CHECK(holder.finish().exit_code == 0);
}

TEST_CASE("a time to wait that is none is refused") {
  const IndexProgram index;
  for (const char* wait : {"", "m", "-1", "5 m", "10x", "1e3", "99999999999", "400d"}) {
    CAPTURE(wait);
    const Outcome outcome = index({"update", "news", "--wait", wait});
    CHECK(outcome.exit_code == 2);
    CHECK(has(outcome.errors, "--wait"));
  }
}

TEST_SUITE_END();
