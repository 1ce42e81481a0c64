// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/console/output.h"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <unistd.h>

#include <csignal>
#include <string>
#include <thread>

#include "common/error.h"

namespace {

using newsline::Output;

/// Both ends of a pipe, closed at the end. Writing to it without a reader gives EPIPE, not a signal.
struct Pipe {
  Pipe() {
    signal(SIGPIPE, SIG_IGN);
    REQUIRE(pipe(ends) == 0);
  }
  ~Pipe() {
    close_reader();
    close_writer();
  }
  Pipe(const Pipe&) = delete;
  Pipe& operator=(const Pipe&) = delete;

  void close_reader() { close_end(ends[0]); }
  void close_writer() { close_end(ends[1]); }
  /// Everything until the writer closes.
  [[nodiscard]] std::string rest() const {
    std::string all;
    char bytes[4096];
    for (ssize_t n = read(ends[0], bytes, sizeof bytes); n > 0; n = read(ends[0], bytes, sizeof bytes))
      all.append(bytes, static_cast<std::size_t>(n));
    return all;
  }

  int ends[2] = {-1, -1};

 private:
  static void close_end(int& end) {
    if (end >= 0) close(end);
    end = -1;
  }
};

}  // namespace

TEST_SUITE_BEGIN("unit");

TEST_CASE("what is written arrives once it is flushed") {
  Pipe pipe;
  Output output(pipe.ends[1], "the pipe");
  output.write("one ");
  output.write("");
  output.write("two");
  output.finish();
  output.finish();
  pipe.close_writer();
  CHECK(pipe.rest() == "one two");
  CHECK(!output.is_abandoned());
}

TEST_CASE("more than a pipe holds arrives whole though the descriptor does not block") {
  Pipe pipe;
  REQUIRE(fcntl(pipe.ends[1], F_SETFL, O_NONBLOCK) == 0);
  std::string text;
  for (int i = 0; i < 100'000; ++i) text += std::to_string(i);
  std::string arrived;
  std::thread reader([&] { arrived = pipe.rest(); });
  Output output(pipe.ends[1], "the pipe");
  for (std::size_t at = 0; at < text.size(); at += 1000) output.write(text.substr(at, 1000));
  output.finish();
  pipe.close_writer();
  reader.join();
  CHECK(arrived == text);
}

TEST_CASE("a reader that has gone is no error and is told") {
  Pipe pipe;
  pipe.close_reader();
  Output output(pipe.ends[1], "the pipe");
  output.write("lost");
  CHECK(!output.is_abandoned());
  output.flush();
  CHECK(output.is_abandoned());
  output.write("dropped");
  output.finish();
}

TEST_CASE("a full device is an error that names the output and the reason") {
  const int full = open("/dev/full", O_WRONLY | O_CLOEXEC);
  if (full < 0) return;  // a system without such a device
  Output output(full, "standard output");
  output.write("lost");
  try {
    output.finish();
    FAIL_CHECK("nothing was thrown");
  } catch (const newsline::Error& error) {
    CHECK(error.kind() == newsline::ErrorKind::cannot_write);
    CHECK(std::string(error.what()) == "cannot write to standard output: No space left on device");
  }
  close(full);
}

TEST_CASE("a descriptor that is not open is an error even if nothing is written") {
  Output output(-1, "standard output");
  CHECK_THROWS_AS(output.finish(), newsline::Error);
}

TEST_SUITE_END();
