// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/arguments.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "common/error.h"

namespace {

using newsline::Arguments;
using newsline::CommandName;
using newsline::OptionEntry;
using newsline::take_apart;
using Strings = std::vector<std::string>;

const std::vector<OptionEntry> kEntries = {
    {{CommandName::search, CommandName::show}, "--index", "DIR", ""},
    {{CommandName::search}, "--plain", "", ""},
};

struct Row {
  Strings arguments;
  CommandName command;
  Strings words;
  Strings options;
};

const Row kRows[] = {
    {{}, CommandName::search, {}, {}},
    {{"a", "--index", "x", "b"}, CommandName::search, {"a", "b"}, {"--index=x"}},
    {{"--index", "show", "a"}, CommandName::search, {"a"}, {"--index=show"}},
    {{"--index", "x", "show", "a"}, CommandName::show, {"a"}, {"--index=x"}},
    {{"--index", "--plain", "a"}, CommandName::search, {"a"}, {"--index=--plain"}},
    {{"--index=a=b", "--plain"}, CommandName::search, {}, {"--index=a=b", "--plain"}},
    {{"search", "search"}, CommandName::search, {"search"}, {}},
    {{"a", "show"}, CommandName::search, {"a", "show"}, {}},
    {{"show", "--", "--index", "-h"}, CommandName::show, {"--index", "-h"}, {}},
    {{"--", "show"}, CommandName::search, {"show"}, {}},
    {{"--", "a", "--", "b"}, CommandName::search, {"a", "--", "b"}, {}},
    {{"-", "", "—war"}, CommandName::search, {"-", "", "—war"}, {}},
};

}  // namespace

TEST_SUITE_BEGIN("unit");

TEST_CASE("arguments are taken apart into command and words and options") {
  for (const Row& row : kRows) {
    CAPTURE(row.arguments.size());
    const Arguments taken = take_apart(row.arguments, kEntries);
    CHECK(taken.command == row.command);
    CHECK(taken.words == row.words);
    CHECK(taken.options == row.options);
    CHECK(!taken.help_asked);
    CHECK(!taken.version_asked);
  }
}

TEST_CASE("what begins with a dash is an option of the command or refused") {
  for (const Strings& arguments : {Strings{"-war"},
                                   {"-x"},
                                   {"--indexes", "a"},
                                   {"--index"},
                                   {"--index="},
                                   {"--plain=1"},
                                   {"show", "--plain"},
                                   {"--plain", "show"},
                                   {"tags", "--index", "x"}}) {
    CAPTURE(arguments.front());
    CHECK_THROWS_AS((void)take_apart(arguments, kEntries), newsline::Error);
  }
}

TEST_CASE("help and version may stand anywhere but behind two dashes") {
  CHECK(take_apart({"a", "-h"}, kEntries).help_asked);
  CHECK(take_apart({"show", "--help"}, kEntries).command == CommandName::show);
  CHECK(take_apart({"--version"}, kEntries).version_asked);
  CHECK(!take_apart({"--", "--help", "--version"}, kEntries).help_asked);
}

TEST_SUITE_END();
