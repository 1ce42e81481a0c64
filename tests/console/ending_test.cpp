// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/console/ending.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>

namespace {

using newsline::Error;
using newsline::error_text;
using newsline::ErrorKind;
using newsline::exit_code;
using newsline::exit_code_table;
using newsline::Paint;

const Paint kPlain(false);

}  // namespace

TEST_SUITE_BEGIN("unit");

TEST_CASE("the table tells every exit code") {
  const std::string table(exit_code_table());
  for (const int code :
       {newsline::kDone, newsline::kNoHits, newsline::kWithRejections, exit_code(ErrorKind::usage),
        exit_code(ErrorKind::data), exit_code(ErrorKind::cannot_write), exit_code(ErrorKind::busy),
        exit_code(ErrorKind::refused), exit_code(ErrorKind::needs_rebuild)}) {
    CAPTURE(code);
    CHECK(table.find(fmt::format("{:4}  ", code)) != std::string::npos);
  }
}

TEST_CASE("an error is printed with the name of the program and its hint below") {
  CHECK(error_text("newsline-query", Error(ErrorKind::usage, "it is wrong", "do this\nor that"), kPlain) ==
        "newsline-query: it is wrong\n  do this\n  or that\n");
  CHECK(error_text("newsline-index", Error(ErrorKind::data, "it is wrong"), kPlain) ==
        "newsline-index: it is wrong\n");
}

TEST_CASE("names and paths in an error never drive a terminal or start a line of their own") {
  CHECK(error_text("p", "no \"a\x1B]0;x\x07\nnewsline-index: done\xFF\"", "try \"\x1B[2J\"\nnext", kPlain) ==
        "p: no \"a]0;x newsline-index: done\uFFFD\"\n  try \"[2J\"\n  next\n");
}

TEST_CASE("on a colour terminal only the name of the program stands out") {
  CHECK(error_text("p", "wrong", "hint", Paint(true)) == "\x1B[1;31mp:\x1B[0m wrong\n  hint\n");
}

TEST_SUITE_END();
