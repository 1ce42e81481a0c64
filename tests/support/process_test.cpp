// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/process.h"

#include <doctest/doctest.h>

#include <csignal>
#include <string>

#include "tests/support/temporary_folder.h"

using namespace newsline;

namespace {

Command shell(const std::string& script) {
  Command command;
  command.arguments = {"/bin/sh", "-c", script};
  return command;
}

}  // namespace

TEST_SUITE_BEGIN("unit");

TEST_CASE("stdout and stderr and the exit code are told apart") {
  const Outcome outcome = run(shell("echo out; echo err >&2; exit 7"));
  CHECK(outcome.output == "out\n");
  CHECK(outcome.errors == "err\n");
  CHECK(outcome.exit_code == 7);
  CHECK(outcome.signal == 0);
}

TEST_CASE("a child has only the environment and folder that it was given") {
  const TemporaryFolder folder;
  Command command;
  command.arguments = {"/usr/bin/env"};
  command.environment = {{"ASAN_OPTIONS", ""}, {"ONE", "1"}, {"TSAN_OPTIONS", ""}};
  CHECK(run(command).output == "ASAN_OPTIONS=\nONE=1\nTSAN_OPTIONS=\n");
  command = shell("pwd -P");
  command.folder = folder.path();
  CHECK(run(command).output == folder.path() + "\n");
}

TEST_CASE("more than a pipe holds goes in and out") {
  Command command;
  command.arguments = {"/bin/cat"};
  command.input = std::string(3'000'000, 'x');
  CHECK(run(command).output == *command.input);
}

TEST_CASE("a child that does not read its stdin does no harm") {
  Command command = shell("exit 0");
  command.input = std::string(3'000'000, 'x');
  CHECK(run(command).exit_code == 0);
}

TEST_CASE("a child is killed at the deadline") {
  Command command;
  command.arguments = {"/bin/sleep", "600"};
  command.deadline = std::chrono::seconds(1);
  const Outcome outcome = run(command);
  CHECK(outcome.is_late);
  CHECK(outcome.signal == SIGKILL);
}

TEST_CASE("a signal can be sent once a text is there") {
  Command command = shell("echo ready; exec sleep 600");
  Process process(command);
  REQUIRE(process.wait_for_text("ready"));
  process.send_signal(SIGTERM);
  CHECK(process.finish().signal == SIGTERM);
}

TEST_CASE("a text that never comes is not waited for longer than the child lives") {
  Process process(shell("echo other"));
  CHECK_FALSE(process.wait_for_text("ready"));
  CHECK(process.finish().exit_code == 0);
}

TEST_CASE("stdout can be a terminal or a file or a pipe that nobody reads") {
  const std::string script = "test -t 1 && test -t 2 && echo terminal";
  Command command = shell(script);
  CHECK(run(command).exit_code == 1);
  command.output = Command::Stdout::terminal;
  CHECK(run(command).output == "terminal\r\n");

  Command full;
  full.arguments = {"/bin/echo", "text"};
  full.output_file = "/dev/full";
  CHECK(run(full).exit_code == 1);
  Command unread;
  unread.arguments = {"/bin/echo", "text"};
  unread.output = Command::Stdout::unread;
  CHECK(run(unread).signal == SIGPIPE);
}

TEST_CASE("a program that does not exist gives 127") {
  Command command;
  command.arguments = {"/nonexistent/program"};
  CHECK(run(command).exit_code == 127);
}

TEST_SUITE_END();
