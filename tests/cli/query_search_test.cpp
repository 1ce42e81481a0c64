// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "tests/cli/query_archive.h"

namespace {

using newsline::contains;
using newsline::occurrences;
using newsline::Outcome;
using newsline::QueryArchive;
using newsline::write_file;
using Arguments = std::vector<std::string>;

/// The ids that a question is answered with, in order, without what they have in common.
std::string ids(Arguments arguments) {
  arguments.insert(arguments.begin(), {"--format", "csv"});
  const Outcome outcome = QueryArchive::instance().ask(arguments);
  std::string found;
  std::size_t at = outcome.output.find('\n');
  while (at != std::string::npos && at + 1 < outcome.output.size()) {
    const std::size_t begin = outcome.output.find(",https://", at);
    if (begin == std::string::npos) break;
    const std::size_t end = outcome.output.find(',', begin + 1);
    const std::string id = outcome.output.substr(begin + 1, end - begin - 1);
    found += (found.empty() ? "" : " ") + id.substr(id.rfind('/') + 1);
    at = outcome.output.find("\r\n", end);
  }
  return found;
}

struct Row {
  Arguments arguments;
  std::string ids;
};

const Row kRows[] = {
    {{"dam repair --sort date"}, ""},
    {{"dam", "repair", "--sort", "date"}, "dam bridge"},
    {{"dam repair", "--sort", "-date"}, "bridge dam"},
    {{"dam repair", "--sort=reads"}, "dam bridge"},
    {{"search", "dam repair", "--sort", "date"}, "dam bridge"},
    {{"--sort", "date", "search", "dam repair"}, "dam bridge"},
    {{"crack sunday", "--match", "any", "--sort", "date"}, "dam bridge"},
    {{"-", "--sort", "date"}, ""},
    {{"--sort", "date", "--", "-dam -poison"}, "zh note"},
    {{"--sort", "date", "--", "-poison", "-bridge"}, "zh dam note"},
    {{"river OR dam", "--sort", "date", "--limit", "1"}, "dam"},
    {{"river OR dam", "--sort", "date", "--limit", "1", "--offset", "1"}, "bridge"},
    {{"river OR dam", "--sort", "date", "--offset", "2"}, "note"},
    {{"river OR dam", "--offset", "1000000000"}, ""},
    {{"水坝"}, "zh"},
    {{"tag:\"foreign policy\""}, "dam"},
    {{"#energy -lang:zh", "--sort", "date"}, "dam bridge"},
    {{"author:\"tom reed\" reads:>1000"}, "dam"},
    {{"--plain", "--match", "any", "--sort", "date", "crack OR (\"quotes -note"}, "dam note"},
};

}  // namespace

TEST_SUITE_BEGIN("black-box");

TEST_CASE("options choose what is found and in which order") {
  for (const Row& row : kRows) {
    CHECK(ids(row.arguments) == row.ids);
  }
}

TEST_CASE("the exit code tells hits from none and a limit of nothing still counts") {
  const QueryArchive& archive = QueryArchive::instance();
  const Outcome none = archive.ask({"penguins"});
  CHECK(none.output == "0 articles\n");
  CHECK(none.errors.empty());
  CHECK(none.exit_code == 1);
  const Outcome counted = archive.ask({"--limit", "0", "dam"});
  CHECK(counted.output == "2 articles\n");
  CHECK(counted.exit_code == 0);
  const Outcome behind = archive.ask({"--offset", "5000", "dam"});
  CHECK(behind.output == "2 articles, none behind number 5,000\n");
  CHECK(behind.exit_code == 0);
  const Outcome tags = archive.ask({"tags", "zebra"});
  CHECK(tags.output.empty());
  CHECK(tags.exit_code == 1);
}

TEST_CASE("a word that names a command is a word behind a command and behind two dashes") {
  const QueryArchive& archive = QueryArchive::instance();
  CHECK(archive.ask({"search", "--no-correct", "show"}).output == "0 articles\n");
  CHECK(archive.ask({"--", "tags"}).output == "0 articles\n");
  CHECK(archive.ask({"dam", "show"}).exit_code == 0);
}

TEST_CASE("days are counted back from the local date") {
  const QueryArchive& archive = QueryArchive::instance();
  CHECK(archive.ask({"since:1d"}).exit_code == 1);
  // The two zones are 26 hours apart, so it is never the same day in both.
  const auto tree = [&](const char* zone) {
    const Outcome outcome = archive.ask({"--explain", "since:1d"}, {{"TZ", zone}});
    return outcome.output.substr(0, outcome.output.find('\n'));
  };
  const std::string east = tree("EAST-14");
  const std::string west = tree("WEST+12");
  CHECK(east.starts_with("question tree: date:"));
  CHECK(east > west);
}

TEST_CASE("a partial answer is told where the format has no place for it on stderr") {
  const QueryArchive& archive = QueryArchive::instance();
  for (const char* format : {"csv", "jsonl"}) {
    const Outcome outcome = archive.ask({"dam penguins", "--format", format});
    CHECK(outcome.errors == "newsline-query: no article has all the words; these have some of them\n");
    CHECK(outcome.exit_code == 0);
  }
  CHECK(contains(archive.ask({"dam penguins", "--format", "json"}).output, "\"partial\": true"));
}

TEST_CASE("statistics go to stderr or into the json object") {
  const QueryArchive& archive = QueryArchive::instance();
  for (const char* format : {"text", "csv", "jsonl"}) {
    const Outcome outcome = archive.ask({"--stats", "dam", "--limit", "1", "--format", format});
    CHECK(contains(outcome.errors, "newsline-query: 2 articles, 1 shown, "));
    CHECK(outcome.errors.ends_with(" ms\n"));
    CHECK(!contains(outcome.output, " ms"));
  }
  const Outcome json = archive.ask({"--stats", "dam", "--format", "json"});
  CHECK(contains(json.output, "\"seconds\": "));
  CHECK(json.errors.empty());
  CHECK(!contains(archive.ask({"dam", "--format", "json"}).output, "\"stats\""));
}

TEST_CASE("words stand for their families unless they are told not to") {
  const QueryArchive& archive = QueryArchive::instance();
  CHECK(archive.ask({"engineer cracks"}).exit_code == 0);
  const std::string told = "newsline-query: engineer → engineers\n";
  CHECK(contains(archive.ask({"--stats", "engineer"}).errors, told));
  CHECK(contains(archive.ask({"--stats", "engineer", "--format", "json"}).output, "\"engineer\": [\n"));
  CHECK(contains(archive.ask({"--explain", "engineer"}).output, "family engineer → engineers\n"));
  CHECK(contains(archive.ask({"Джракерт"}).output, "Jrakert"));
  CHECK(archive.ask({"--no-translit", "Джракерт"}).exit_code == 1);
  CHECK(archive.ask({"--no-translit", "engineer"}).exit_code == 0);
  for (const char* flag : {"--no-stem", "--no-expand"}) {
    CHECK(archive.ask({flag, "--no-correct", "engineer"}).exit_code == 1);
    CHECK(archive.ask({flag, "engineers"}).exit_code == 0);
  }
  CHECK(archive.ask({"--no-expand", "Джракерт"}).exit_code == 1);
  const std::string file = archive.folder() + "/exact.toml";
  write_file(file, "no-expand = true\n");
  CHECK(archive.ask({"--config", file, "engineer"}).exit_code == 1);
}

TEST_CASE("the explanation stands before the hits or in the json object or on stderr") {
  const QueryArchive& archive = QueryArchive::instance();
  CHECK(archive.ask({"--explain", "dam"}).output.starts_with("question tree: dam\n"));
  CHECK(contains(archive.ask({"--explain", "dam", "--format", "json"}).output,
                 "\"explain\": [\n    \"question tree: dam\","));
  CHECK(archive.ask({"--explain", "dam", "--format", "csv"}).errors.starts_with("question tree: dam\n"));
}

TEST_CASE("snippets can be left out") {
  const QueryArchive& archive = QueryArchive::instance();
  CHECK(contains(archive.ask({"crack"}).output, "last crack"));
  CHECK(!contains(archive.ask({"crack", "--no-snippets"}).output, "crack"));
  CHECK(contains(archive.ask({"crack", "--no-snippets", "--format", "json"}).output, "\"snippet\": null"));
}

TEST_CASE("a configuration file says what flags say and the command line wins") {
  const QueryArchive& archive = QueryArchive::instance();
  const std::string file = archive.folder() + "/query.toml";
  write_file(file,
             "# house style\nlimit = 1\nsort = \"-date\"\nfacet = [\"year\", \"lang\"]\nstats = true\n"
             "no-snippets = false\n");
  const Outcome configured = archive.ask({"--config", file, "dam"});
  CHECK(configured.output.starts_with("1. Bridge over"));
  CHECK(contains(configured.output, "\n1 of 2 articles; next: --offset 1\n\nyear\n"));
  CHECK(contains(configured.output, "\nlang\n  2  en\n"));
  CHECK(contains(configured.errors, " ms\n"));
  const Outcome overruled =
      archive.ask({"--config", file, "--sort", "date", "--limit", "5", "--facet", "source", "dam"});
  CHECK(overruled.output.starts_with("1. Dam repaired"));
  CHECK(contains(overruled.output, "\n2 articles\n\nsource\n"));
  CHECK(occurrences(overruled.output, "\nlang\n") == 0);
  CHECK(archive.ask({"--config", file, "tags", "en"}).exit_code == 0);
}

TEST_SUITE_END();
