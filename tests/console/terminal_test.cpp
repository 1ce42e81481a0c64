// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/console/terminal.h"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <cstdlib>
#include <optional>
#include <string>

namespace {

using newsline::ColorWhen;
using newsline::Environment;
using newsline::is_colored;
using newsline::is_terminal;
using newsline::Paint;
using newsline::terminal_columns;

struct Row {
  ColorWhen when;
  Environment environment;
  bool terminal;
  bool colored;
};

const Environment kPlain = {{"TERM", "xterm-256color"}};
const Environment kDumb = {{"TERM", "dumb"}};
const Environment kNoColor = {{"TERM", "xterm"}, {"NO_COLOR", "1"}};
const Environment kEmptyNoColor = {{"TERM", "xterm"}, {"NO_COLOR", ""}};

const Row kRows[] = {
    {ColorWhen::automatic, kPlain, true, true},     {ColorWhen::automatic, kPlain, false, false},
    {ColorWhen::automatic, kDumb, true, false},     {ColorWhen::automatic, {}, true, false},
    {ColorWhen::automatic, kNoColor, true, false},  {ColorWhen::automatic, kEmptyNoColor, true, true},
    {ColorWhen::always, kPlain, false, true},       {ColorWhen::always, kNoColor, false, true},
    {ColorWhen::always, kDumb, true, true},         {ColorWhen::never, kPlain, true, false},
    {ColorWhen::never, kEmptyNoColor, true, false},
};

}  // namespace

TEST_SUITE_BEGIN("unit");

TEST_CASE("colour follows the option first and then the terminal and its environment") {
  for (const Row& row : kRows) {
    CAPTURE(static_cast<int>(row.when));
    CAPTURE(row.terminal);
    CHECK(is_colored(row.when, row.environment, row.terminal) == row.colored);
  }
}

TEST_CASE("the three words of the colour option are known and no others") {
  CHECK(newsline::color_when("auto") == ColorWhen::automatic);
  CHECK(newsline::color_when("always") == ColorWhen::always);
  CHECK(newsline::color_when("never") == ColorWhen::never);
  for (const char* word : {"", "Always", "automatic", "yes"}) CHECK(!newsline::color_when(word));
}

TEST_CASE("paint without colour leaves the text alone and with colour ends what it began") {
  const Paint plain(false);
  const Paint colored(true);
  CHECK(plain.strong("a") + plain.accent("b") + plain.dim("c") + plain.alarm("d") == "abcd");
  CHECK(colored.strong("a") == "\x1B[1ma\x1B[0m");
  for (const std::string& text :
       {colored.strong("a"), colored.accent("a"), colored.dim("a"), colored.alarm("a")}) {
    CHECK(text.starts_with("\x1B["));
    CHECK(text.ends_with("ma\x1B[0m"));
  }
  CHECK(colored.accent("").empty());
}

TEST_CASE("a terminal is told from a file and says its columns") {
  const int file = open("/dev/null", O_RDWR | O_CLOEXEC);
  CHECK(!is_terminal(file));
  CHECK(terminal_columns(file) == std::nullopt);
  close(file);

  const int terminal = posix_openpt(O_RDWR | O_NOCTTY);
  if (terminal < 0) return;  // a system without pseudo-terminals
  CHECK(is_terminal(terminal));
  winsize size{24, 80, 0, 0};
  REQUIRE(ioctl(terminal, TIOCSWINSZ, &size) == 0);
  CHECK(terminal_columns(terminal) == std::optional<std::size_t>(80));
  close(terminal);
}

TEST_SUITE_END();
