// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "tests/layering/rules.h"

namespace newsline::layering {
namespace {

using Rule = Violations (*)(const SourceTree&);
struct NamedRule {
  std::string name;
  Rule violations;
};
const NamedRule kRules[] = {
    {"layers include downward", layers_include_downward},
    {"dependencies have one door", dependencies_have_one_door},
    {"programs see no dependency", programs_see_no_dependency},
    {"common is silent", common_is_silent},
    {"words are made in one place", words_are_made_in_one_place},
    {"types have names of their own", types_have_names_of_their_own},
    {"nothing is left for later", nothing_is_left_for_later},
    {"files are short", files_are_short},
    {"names say something", names_say_something},
    {"files begin well", files_begin_well},
    {"cmake lists match the files", cmake_lists_match_the_files},
};

std::string header(const std::string& text) {
  return "// SPDX-License-Identifier: GPL-3.0-or-later\n#pragma once\n" + text;
}

std::string source(const std::string& text) {
  return "// SPDX-License-Identifier: GPL-3.0-or-later\n" + text;
}

std::string list(const std::string& text) { return "# SPDX-License-Identifier: GPL-3.0-or-later\n" + text; }

/// A house in which every rule is kept, each at its border.
SourceTree clean_tree() {
  return {
      {"common/error.h", header("#include <string>\n")},
      {"common/text/CMakeLists.txt", list("add_library(text fold.cpp)\n")},
      {"common/text/fold.h", header("#include \"common/error.h\"\n// getenv in a comment\n")},
      {"common/text/fold.cpp", source("#include \"common/text/fold.h\"\n#include <unicode/uchar.h>\n"
                                      "const char* s = \"printf\"; int exit_code();\n")},
      {"common/article/article.h", header("#include \"common/text/fold.h\"\n")},
      {"common/index/schema.h", header("")},
      {"common/index/glass.h", header("#include <xapian.h>\n#include \"common/index/schema.h\"\n")},
      {"common/index/update.h", header("#include \"common/article/article.h\"\n")},
      {"common/search/page.h", header("#include \"common/index/schema.h\"\n#include <fmt/format.h>\n"
                                      "namespace newsline {\nstruct Page {\n};\n}\n")},
      {"common/search/compile.h", header("#include \"common/index/glass.h\"\n")},
      {"indexer/CMakeLists.txt", list("add_executable(newsline-index main.cpp options.cpp)\n")},
      {"indexer/main.cpp", source("#include \"common/index/update.h\"\n#include \"common/search/page.h\"\n"
                                  "#include <iostream>\n")},
      {"indexer/options.cpp", source("#include <CLI/CLI.hpp>\n")},
      {"query/CMakeLists.txt", list("add_executable(newsline-query main.cpp)\n")},
      {"query/main.cpp", source("#include \"common/search/page.h\"\n#include <nlohmann/json.hpp>\n")},
      {"tests/CMakeLists.txt", list("newsline_test(text SOURCES text/fold_test.cpp)\n")},
      {"tests/text/fold_test.cpp", source("#include <doctest/doctest.h>\n#include <xapian.h>\n")},
      {"dev", "#!/usr/bin/env bash\n# SPDX-License-Identifier: GPL-3.0-or-later\n"},
  };
}

/// A file that breaks one rule of the clean tree, and what is to be said about it.
struct Plant {
  Rule rule;
  std::string path;
  std::string content;
  std::string violation;
};

std::vector<Plant> plants() {
  return {
      {layers_include_downward, "common/text/fold.h", header("#include \"common/article/article.h\"\n"),
       "common/text/fold.h:3: common/article/article.h is not below this layer"},
      {layers_include_downward, "common/error.h", header("#include \"common/text/fold.h\"\n"),
       "common/error.h:3: common/text/fold.h is not below this layer"},
      {layers_include_downward, "common/index/schema.h", header("#include \"common/search/page.h\"\n"),
       "common/index/schema.h:3: common/search/page.h is not below this layer"},
      {layers_include_downward, "query/line.h", header("#include \"indexer/main.cpp\"\n"),
       "query/line.h:3: indexer/main.cpp is not below this layer"},
      {layers_include_downward, "common/text/line.h", header("#include \"tests/text/fold_test.cpp\"\n"),
       "common/text/line.h:3: tests/text/fold_test.cpp is not below this layer"},
      {layers_include_downward, "common/search/line.h", header("#include \"common/index/update.h\"\n"),
       "common/search/line.h:3: common/index/update.h is for the side that writes"},
      {layers_include_downward, "query/line.h", header("#include \"common/index/update.h\"\n"),
       "query/line.h:3: common/index/update.h is for the side that writes"},
      {layers_include_downward, "common/text/line.h", header("#include \"fold.h\"\n"),
       "common/text/line.h:3: there is no fold.h (write paths from the root)"},

      {dependencies_have_one_door, "common/article/line.h", header("#include <unicode/uchar.h>\n"),
       "common/article/line.h:3: <unicode/uchar.h> is not open to this file"},
      {dependencies_have_one_door, "common/article/line.h", header("#include <xapian.h>\n"),
       "common/article/line.h:3: <xapian.h> is not open to this file"},
      {dependencies_have_one_door, "common/index/line.h", header("#include <archive.h>\n"),
       "common/index/line.h:3: <archive.h> is not open to this file"},
      {dependencies_have_one_door, "common/index/line.h", header("#include <simdjson.h>\n"),
       "common/index/line.h:3: <simdjson.h> is not open to this file"},
      {dependencies_have_one_door, "common/index/line.h", header("#include <nlohmann/json.hpp>\n"),
       "common/index/line.h:3: <nlohmann/json.hpp> is not open to this file"},
      {dependencies_have_one_door, "indexer/main.cpp", source("#include <CLI/CLI.hpp>\n"),
       "indexer/main.cpp:2: <CLI/CLI.hpp> is not open to this file"},
      {dependencies_have_one_door, "common/text/line.h", header("#include <doctest/doctest.h>\n"),
       "common/text/line.h:3: <doctest/doctest.h> is not open to this file"},
      {dependencies_have_one_door, "tests/text/fold_test.cpp", source("#include <boost/any.hpp>\n"),
       "tests/text/fold_test.cpp:2: <boost/any.hpp> is of no library that has a door"},

      {programs_see_no_dependency, "query/main.cpp", source("#include \"common/search/compile.h\"\n"),
       "query/main.cpp: sees <xapian.h> through common/index/glass.h"},

      {common_is_silent, "common/text/line.h", header("#include <iostream>\n"),
       "common/text/line.h:3: <iostream> has no place in common/"},
      {common_is_silent, "common/text/line.h", header("inline auto a = std::getenv(\"HOME\");\n"),
       "common/text/line.h:3: getenv has no place in common/"},
      {common_is_silent, "common/text/line.h", header("\ninline void f() { std::exit(1); }\n"),
       "common/text/line.h:4: exit has no place in common/"},
      {common_is_silent, "common/text/line.h", header("inline void f() { std::abort(); }\n"),
       "common/text/line.h:3: abort has no place in common/"},
      {common_is_silent, "common/text/line.h", header("inline void f() { std::printf(\"\"); }\n"),
       "common/text/line.h:3: printf has no place in common/"},
      {common_is_silent, "common/text/line.h", header("inline void f() { fmt::print(\"\"); }\n"),
       "common/text/line.h:3: fmt::print has no place in common/"},

      {words_are_made_in_one_place, "common/index/line.h", header("Xapian::TermGenerator generator;\n"),
       "common/index/line.h:3: Xapian::TermGenerator is a second place that makes words"},
      {words_are_made_in_one_place, "query/line.h", header("icu::BreakIterator* words;\n"),
       "query/line.h:3: BreakIterator is a second place that makes words"},

      {types_have_names_of_their_own, "query/line.h",
       header("namespace newsline {\nstruct Page {\n};\nclass Line final : Page {\n};\nclass Later;\n}\n"),
       "query/line.h:4: newsline::Page is also in common/search/page.h"},

      {nothing_is_left_for_later, "common/text/line.h",
       header("// TO"
              "DO: later\n"),
       "common/text/line.h:3: TO"
       "DO is a note to oneself"},

      {files_are_short, "common/text/line.h", header(std::string(299, '\n')),
       "common/text/line.h: 301 lines, of 300 at most"},

      {names_say_something, "common/text/utils.h", header(""),
       "common/text/utils.h: the name does not say what it holds"},

      {files_begin_well, "common/text/line.h", "#pragma once\n\n#pragma once\n",
       "common/text/line.h: does not begin with // SPDX-License-Identifier: GPL-3.0-or-later"},
      {files_begin_well, "common/text/line.h", source(""), "common/text/line.h: has no #pragma once"},
      {files_begin_well, "dev", "#!/usr/bin/env bash\n",
       "dev: does not begin with # SPDX-License-Identifier: GPL-3.0-or-later"},

      {cmake_lists_match_the_files, "common/text/line.cpp", source(""),
       "common/text/line.cpp: stands in no CMakeLists.txt"},
      {cmake_lists_match_the_files, "query/CMakeLists.txt", list("add_executable(q main.cpp gone.cpp)\n"),
       "query/CMakeLists.txt: names query/gone.cpp, which does not exist"},
  };
}

}  // namespace

TEST_SUITE_BEGIN("layering");

TEST_CASE("the source tree keeps every rule of the house") {
  const SourceTree tree = read_source_tree(NEWSLINE_SOURCE_DIR);
  REQUIRE(tree.size() > 40);
  for (const NamedRule& rule : kRules) {
    CAPTURE(rule.name);
    for (const std::string& violation : rule.violations(tree)) FAIL_CHECK(violation);
  }
}

TEST_CASE("a violation in the real tree is found") {
  SourceTree tree = read_source_tree(NEWSLINE_SOURCE_DIR);
  tree["common/search/archive.cpp"] = source("#include \"common/index/update.h\"\n");
  CHECK(layers_include_downward(tree) ==
        Violations{"common/search/archive.cpp:2: common/index/update.h is for the side that writes"});
}

TEST_CASE("a tree at the border of every rule keeps them all") {
  const SourceTree tree = clean_tree();
  for (const NamedRule& rule : kRules) {
    CAPTURE(rule.name);
    CHECK(rule.violations(tree) == Violations{});
  }
}

TEST_CASE("each planted violation is found by its rule") {
  for (const Plant& plant : plants()) {
    SourceTree tree = clean_tree();
    tree[plant.path] = plant.content;
    CAPTURE(plant.path);
    const Violations found = plant.rule(tree);
    CAPTURE(plant.violation);
    REQUIRE(found.size() == 1);
    CHECK(found.front() == plant.violation);
  }
}

TEST_CASE("every rule has a planted violation") {
  const std::vector<Plant> all = plants();
  for (const NamedRule& rule : kRules) {
    CAPTURE(rule.name);
    CHECK(std::any_of(all.begin(), all.end(),
                      [&](const Plant& plant) { return plant.rule == rule.violations; }));
  }
}

TEST_SUITE_END();

}  // namespace newsline::layering
