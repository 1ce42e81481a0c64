// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "tests/cli/query_archive.h"

namespace {

using newsline::Outcome;
using newsline::QueryArchive;

std::string golden(const std::string& name) {
  std::ifstream file(std::string(NEWSLINE_SOURCE_DIR "/tests/golden/") + name, std::ios::binary);
  REQUIRE_MESSAGE(file.good(), name);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

/// The folder of the test has another name each time.
std::string with_fixed_folder(std::string text) {
  const std::string& folder = QueryArchive::instance().folder();
  for (std::size_t at = text.find(folder); at != std::string::npos; at = text.find(folder, at))
    text.replace(at, folder.size(), "FOLDER");
  return text;
}

struct Row {
  std::vector<std::string> arguments;
  std::string file;
  std::string errors = {};
};

const Row kRows[] = {
    {{"--sort", "date", "--facet", "tag:2", "--facet=month", "--", "dam OR river"}, "query_search.txt"},
    {{"--sort=date", "--facet", "tag:2", "--facet", "month", "--format", "json", "dam OR river"},
     "query_search.json"},
    {{"--sort=date", "--format", "jsonl", "--limit", "2", "dam OR river"}, "query_search.jsonl"},
    {{"--sort=date", "--format", "csv", "dam OR river"}, "query_search.csv"},
    {{"dam", "penguins", "--sort", "reads", "--no-snippets", "--limit", "1"}, "query_partial.txt"},
    {{"show", "https://courier.example/dam"}, "query_show.txt"},
    {{"show", "--format", "json", "dam"}, "query_show.json"},
    {{"show", "--format", "csv", "dam"}, "query_show.csv"},
    {{"tags"}, "query_tags.txt"},
    {{"tags", "--format", "json", "#EN"}, "query_tags.json"},
    {{"tags", "--format", "jsonl", "en"}, "query_tags.jsonl"},
    {{"tags", "--format", "csv", "en"}, "query_tags.csv"},
    {{"--help"}, "query_help.txt"},
    {{"show", "--help"}, "query_show_help.txt"},
    {{"first", "-h"}, "query_first_help.txt"},
    {{"related", "-h"}, "query_related_help.txt"},
    {{"tags", "-h"}, "query_tags_help.txt"},
    {{"acronyms", "-h"}, "query_acronyms_help.txt"},
    {{"suggest", "-h"}, "query_suggest_help.txt"},
    {{"timeline", "-h"}, "query_timeline_help.txt"},
};

}  // namespace

TEST_SUITE_BEGIN("black-box");

TEST_CASE("each command writes each format as the golden file has it") {
  for (const Row& row : kRows) {
    CAPTURE(row.file);
    const Outcome outcome = QueryArchive::instance().ask(row.arguments);
    CHECK(with_fixed_folder(outcome.output) == golden(row.file));
    CHECK(outcome.errors == row.errors);
    CHECK(outcome.exit_code == 0);
  }
}

TEST_CASE("the help of search is that of the program") {
  const QueryArchive& archive = QueryArchive::instance();
  CHECK(archive.ask({"search", "--help"}).output == archive.ask({"-h"}).output);
}

TEST_CASE("the version is told without an index") {
  const Outcome outcome = QueryArchive::instance().ask({"--version"}, {{"NEWSLINE_INDEX", "/nowhere"}});
  CHECK(outcome.output.starts_with("newsline-query "));
  CHECK(outcome.output.find_first_of("0123456789") != std::string::npos);
  CHECK(outcome.exit_code == 0);
}

TEST_SUITE_END();
