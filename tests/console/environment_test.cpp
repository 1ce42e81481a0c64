// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/console/environment.h"

#include <doctest/doctest.h>

#include <string>

#include "common/error.h"

namespace {

using newsline::default_index;
using newsline::Environment;
using newsline::environment_of;
using newsline::value_of;

struct Row {
  Environment environment;
  std::string index;
};

const Row kRows[] = {
    {{{"NEWSLINE_INDEX", "here"}, {"XDG_DATA_HOME", "/data"}, {"HOME", "/home/a"}}, "here"},
    {{{"XDG_DATA_HOME", "/data"}, {"HOME", "/home/a"}}, "/data/newsline/index"},
    {{{"HOME", "/home/a"}}, "/home/a/.local/share/newsline/index"},
    {{{"NEWSLINE_INDEX", ""}, {"XDG_DATA_HOME", ""}, {"HOME", "/home/a"}},
     "/home/a/.local/share/newsline/index"},
    {{{"XDG_DATA_HOME", "data"}, {"HOME", "/home/a"}}, "/home/a/.local/share/newsline/index"},
};

}  // namespace

TEST_SUITE_BEGIN("unit");

TEST_CASE("the index folder is taken from the first variable that says it") {
  for (const Row& row : kRows) CHECK(default_index(row.environment) == row.index);
}

TEST_CASE("an environment that says nothing about the index is a usage error with a remedy") {
  for (const Environment& environment :
       {Environment{}, Environment{{"HOME", ""}}, Environment{{"XDG_DATA_HOME", "relative"}}}) {
    try {
      const std::string index = default_index(environment);
      FAIL_CHECK(index);
    } catch (const newsline::Error& error) {
      CHECK(error.kind() == newsline::ErrorKind::usage);
      CHECK(error.hint().find("--index") != std::string::npos);
    }
  }
}

TEST_CASE("the environment of the system becomes names and values") {
  const char* const strings[] = {"A=1", "B=x=y", "A=2", "EMPTY=", "nonsense", nullptr};
  const Environment environment = environment_of(strings);
  CHECK(environment == Environment{{"A", "1"}, {"B", "x=y"}, {"EMPTY", ""}});
  CHECK(value_of(environment, "B") == "x=y");
  CHECK(value_of(environment, "EMPTY").empty());
  CHECK(value_of(environment, "C").empty());
  CHECK(environment_of(nullptr).empty());
}

TEST_SUITE_END();
