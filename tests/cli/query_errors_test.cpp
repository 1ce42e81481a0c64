// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "tests/cli/query_archive.h"

namespace {

using newsline::contains;
using newsline::Outcome;
using newsline::QueryArchive;
using newsline::write_file;
using Arguments = std::vector<std::string>;

struct Row {
  Arguments arguments;
  std::string errors;  ///< behind the name of the program
};

const Row kRows[] = {
    {{}, "there is no question\n  newsline-query 'CSTO suspension' asks one; * finds everything\n"},
    {{""}, "the question is empty\n  write * for everything\n"},
    {{"dam AND"},
     "nothing stands behind AND\n  dam AND\n      ^^^\n"
     "  write words on both sides, or put it in quotes if it is meant as a word\n"},
    {{"水坝 tag: x"},
     "nothing stands directly behind \"tag:\"\n  水坝 tag: x\n           ^\n"
     "  write what is meant there, without a blank between\n"},
    {{"\xFF"}, "the question is not UTF-8 text\n  \uFFFD\n  ^\n  set the terminal to UTF-8\n"},
    {{"-war"},
     "\"-war\" looks like an option, and there is none of that name\n"
     "  to ask for articles without a word, put -- before the question:\n    newsline-query -- '-war'\n"},
    {{"--lmit", "3", "dam"},
     "there is no option \"--lmit\"\n"
     "  newsline-query --help lists them; if it is part of the question, put -- before that\n"},
    {{"--index"}, "--index needs a value\n  --index DIR\n"},
    {{"--index=", "dam"}, "--index needs a value\n  --index DIR\n"},
    {{"--config"}, "--config needs a value\n  --config FILE\n"},
    {{"--stats=yes", "dam"}, "--stats takes no value\n  leave it out\n"},
    {{"--format", "xml", "dam"},
     "--format takes text, json, jsonl, csv, atom or markdown, not \"xml\"\n  newsline-query --help tells "
     "more\n"},
    {{"--color", "yes", "dam"},
     "--color takes auto, always or never, not \"yes\"\n  newsline-query --help tells more\n"},
    {{"--match", "some", "dam"},
     "--match takes all or any, not \"some\"\n  newsline-query --help tells more\n"},
    {{"--sort", "title", "dam"},
     "--sort takes relevance, date, -date or reads, not \"title\"\n  newsline-query --help tells more\n"},
    {{"--limit", "-1", "dam"},
     "--limit takes a whole number from 0 to 100000, not \"-1\"\n  newsline-query --help tells more\n"},
    {{"--offset", "99999999999999999999", "dam"},
     "--offset takes a whole number from 0 to 1000000000, not \"99999999999999999999\"\n"
     "  newsline-query --help tells more\n"},
    {{"--facet", "colour", "dam"},
     "--facet takes tag, source, author, lang, section, year, month, day or reads, not \"colour\"\n"
     "  newsline-query --help tells more\n"},
    {{"--facet", "tag:0", "dam"},
     "the number behind --facet takes a whole number from 1 to 100000, not \"0\"\n"
     "  newsline-query --help tells more\n"},
    {{"--facet", "tag", "--format", "csv", "dam"},
     "--facet has no place in --format csv\n  take --format json, or text\n"},
    {{"show"}, "show needs the id of an article\n  answers tell the ids; one with blanks stands in quotes\n"},
    {{"show", "a", "b"}, "show takes one id\n  answers tell the ids; one with blanks stands in quotes\n"},
    {{"tags", "--limit", "3"},
     "--limit is not an option of tags\n  newsline-query tags --help lists those that are\n"},
    {{"--explain", "show", "x"},
     "--explain is not an option of show\n  newsline-query show --help lists those that are\n"},
    {{"--plain", "..."}, "there is no word in the question\n  ...\n  ^^^\n  write words or numbers\n"},
};

}  // namespace

TEST_SUITE_BEGIN("black-box");

TEST_CASE("each mistake is told with its place and a remedy and the exit code is 2") {
  for (const Row& row : kRows) {
    const Outcome outcome = QueryArchive::instance().ask(row.arguments);
    CHECK(outcome.errors == "newsline-query: " + row.errors);
    CHECK(outcome.output.empty());
    CHECK(outcome.exit_code == 2);
  }
}

TEST_CASE("an article that is not there is told and the exit code is 1") {
  const Outcome outcome = QueryArchive::instance().ask({"show", "no\x1B[2J\nsuch"});
  CHECK(outcome.errors ==
        "newsline-query: there is no article \"no[2J such\"\n  answers tell the ids, below each article\n");
  CHECK(outcome.exit_code == 1);
}

TEST_CASE("without an index the error says what to run") {
  const QueryArchive& archive = QueryArchive::instance();
  const Outcome named = archive.ask({"--index", "/nowhere/at/all", "dam"});
  CHECK(contains(named.errors, "there is no index in \"/nowhere/at/all\""));
  CHECK(contains(named.errors, "newsline-index update --index \"/nowhere/at/all\" PATH..."));
  CHECK(named.exit_code == 2);
  const Outcome home = archive.ask({"dam"}, {{"NEWSLINE_INDEX", ""}, {"HOME", "/nowhere"}});
  CHECK(contains(home.errors, "\"/nowhere/.local/share/newsline/index\""));
  CHECK(home.exit_code == 2);
  const Outcome bare = archive.ask({"dam"}, {{"NEWSLINE_INDEX", ""}});
  CHECK(contains(bare.errors, "--index DIR"));
  CHECK(bare.exit_code == 2);
}

TEST_CASE("a folder that is damaged is no empty answer") {
  const QueryArchive& archive = QueryArchive::instance();
  const std::string index = archive.folder() + "/damaged";
  write_file(index + "/XAPIANDB", "remote :echo\n");
  const Outcome outcome = archive.ask({"--index", index, "dam"});
  CHECK(outcome.output.empty());
  CHECK(outcome.errors.starts_with("newsline-query: "));
  CHECK(outcome.exit_code == 65);
}

TEST_CASE("what a configuration file says wrongly is told with its name") {
  struct {
    std::string text;
    std::string error;
  } const rows[] = {
      {"limt = 3\n", "\"limt\" is no option"},
      {"[search]\nlimit = 3\n", "\"search\" is no option"},
      {"config = \"other\"\n", "\"config\" is no option"},
      {"limit = many\n", "--limit takes a whole number from 0 to 100000, not \"many\""},
      {"stats = perhaps\n", "--stats takes true or false, not \"perhaps\""},
      {"index = \"\"\n", "--index needs a value"},
  };
  const QueryArchive& archive = QueryArchive::instance();
  const std::string file = archive.folder() + "/wrong.toml";
  for (const auto& row : rows) {
    CAPTURE(row.text);
    write_file(file, row.text);
    const Outcome outcome = archive.ask({"--config", file, "dam"});
    CHECK(outcome.errors == "newsline-query: in the configuration file \"" + file + "\", " + row.error +
                                "\n  its lines are options without dashes, such as: limit = 20\n");
    CHECK(outcome.exit_code == 2);
  }
}

TEST_CASE("a configuration file that cannot be read or does not end is refused") {
  const QueryArchive& archive = QueryArchive::instance();
  for (const std::string& file : {archive.folder() + "/none.toml", archive.folder()}) {
    const Outcome outcome = archive.ask({"--config", file, "dam"});
    CHECK(
        outcome.errors.starts_with("newsline-query: cannot read the configuration file \"" + file + "\"\n"));
    CHECK(outcome.exit_code == 2);
  }
  const Outcome endless = archive.ask({"--config", "/dev/zero", "dam"});
  CHECK(contains(endless.errors, "has more than 65536 bytes"));
  CHECK(endless.exit_code == 2);
}

TEST_SUITE_END();
