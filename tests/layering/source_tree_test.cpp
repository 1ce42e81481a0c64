// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/layering/source_tree.h"

#include <doctest/doctest.h>

namespace newsline::layering {

TEST_SUITE_BEGIN("layering");

TEST_CASE("comments and literals are blanked and everything else stays") {
  struct Row {
    std::string source;
    std::string without_comments;
    std::string without_both;
  };
  const Row rows[] = {
      {"a // b\nc", "a     \nc", "a     \nc"},
      {"a /* b\nc */ d", "a     \n     d", "a     \n     d"},
      {"x = \"// no\";", "x = \"// no\";", "x =        ;"},
      {"x = \"a\\\"b\"; y", "x = \"a\\\"b\"; y", "x =       ; y"},
      {"x = '\"'; y", "x = '\"'; y", "x =    ; y"},
      {"n = 1'000'000; y", "n = 1'000'000; y", "n = 1'000'000; y"},
      {"x = R\"(a)\" \")\"; y", "x = R\"(a)\" \")\"; y", "x = R         ; y"},
      {"R\"q(\" // )q\" y", "R\"q(\" // )q\" y", "R            y"},
      {"\"open", "\"open", "     "},
      {"/* open", "       ", "       "},
      {"a / b", "a / b", "a / b"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.source);
    CHECK(without_comments(row.source) == row.without_comments);
    CHECK(without_comments_and_literals(row.source) == row.without_both);
  }
}

TEST_CASE("includes are found with their kind and line and not in comments") {
  const auto found = includes_of(
      "// #include <no>\n"
      "#include \"a/b.h\"\n"
      "  #  include <c>  // why\n"
      "/* #include <no> */\n"
      "#include <sys/stat.h>\n");
  REQUIRE(found.size() == 3);
  CHECK(found[0].path == "a/b.h");
  CHECK_FALSE(found[0].angled);
  CHECK(found[0].line == 2);
  CHECK(found[1].path == "c");
  CHECK(found[1].angled);
  CHECK(found[1].line == 3);
  CHECK(found[2].path == "sys/stat.h");
  CHECK(found[2].line == 5);
}

TEST_CASE("identifiers come whole and with their line") {
  const auto found = identifiers_of("exit_code(a);\nstd::exit(1);");
  REQUIRE(found.size() == 5);
  CHECK(found[0].name == "exit_code");
  CHECK(found[3].name == "exit");
  CHECK(found[3].line == 2);
}

TEST_SUITE_END();

}  // namespace newsline::layering
