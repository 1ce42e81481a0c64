// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/options.h"

#include <doctest/doctest.h>

#include <sstream>
#include <string>
#include <variant>
#include <vector>

#include "common/error.h"

namespace {

using newsline::FacetField;
using newsline::Information;
using newsline::Matching;
using newsline::Options;
using newsline::parse_options;

Options options(const std::vector<std::string>& arguments) {
  return std::get<Options>(parse_options(arguments));
}

std::string help(const std::vector<std::string>& arguments) {
  return std::get<Information>(parse_options(arguments)).text;
}

}  // namespace

TEST_SUITE_BEGIN("unit");

TEST_CASE("a bare question gets what the help calls the defaults") {
  const Options plain = options({"dam"});
  CHECK(plain.command == newsline::CommandName::search);
  CHECK(plain.words == "dam");
  CHECK(plain.index.empty());
  CHECK(plain.format == newsline::Format::text);
  CHECK(plain.color == newsline::ColorWhen::automatic);
  CHECK(plain.match == newsline::MatchMode::all);
  CHECK(plain.sort == newsline::SortOrder::relevance);
  CHECK(plain.limit == 10);
  CHECK(plain.offset == 0);
  CHECK(plain.snippets);
  CHECK(!plain.plain);
  CHECK((plain.matching.inflections && plain.matching.accents && plain.matching.names));
  CHECK(!plain.explain);
  CHECK(!plain.stats);
  CHECK(plain.facets.empty());
  CHECK(!plain.copies);
  CHECK(!plain.count_stories);
}

TEST_CASE("every option is heard") {
  const Options all = options(
      {"--index", "i",       "--format", "json",          "--color",   "never",    "--match", "any",
       "--plain", "--sort",  "-date",    "--limit",       "3",         "--offset", "4",       "--facet",
       "lang",    "--facet", "day:7",    "--no-snippets", "--explain", "--stats",  "a",       "b"});
  CHECK(all.words == "a b");
  CHECK(all.index == "i");
  CHECK(all.format == newsline::Format::json);
  CHECK(all.color == newsline::ColorWhen::never);
  CHECK(all.match == newsline::MatchMode::any);
  CHECK(all.plain);
  CHECK(all.sort == newsline::SortOrder::oldest);
  CHECK(all.limit == 3);
  CHECK(all.offset == 4);
  REQUIRE(all.facets.size() == 2);
  CHECK(all.facets[0].field == FacetField::language);
  CHECK(all.facets[0].limit == 10);
  CHECK(all.facets[1].field == FacetField::day);
  CHECK(all.facets[1].limit == 7);
  CHECK(!all.snippets);
  CHECK(all.explain);
  CHECK(all.stats);
}

TEST_CASE("copies and what is counted are heard") {
  const Options all = options({"--copies", "--facet", "tag", "--count", "stories", "a"});
  CHECK(all.copies);
  CHECK(all.count_stories);
  CHECK(!options({"--facet", "tag", "--count", "articles", "a"}).count_stories);
}

TEST_CASE("first asks for the oldest first and related takes an id") {
  CHECK(options({"first", "a", "b"}).command == newsline::CommandName::first);
  CHECK(options({"first", "a", "b"}).sort == newsline::SortOrder::oldest);
  CHECK(options({"related", "a"}).words == "a");
}

TEST_CASE("each flag leaves out what it names") {
  const Matching no_stem = options({"--no-stem", "a"}).matching;
  CHECK((!no_stem.inflections && no_stem.accents && no_stem.names));
  const Matching no_translit = options({"--no-translit", "a"}).matching;
  CHECK((no_translit.inflections && no_translit.accents && !no_translit.names));
  const Matching exact = options({"--no-expand", "a"}).matching;
  CHECK((!exact.inflections && !exact.accents && !exact.names));
}

TEST_CASE("of an option that stands there twice the last counts") {
  CHECK(options({"--limit", "3", "a", "--limit", "5"}).limit == 5);
  CHECK(options({"--sort=reads", "a", "--sort=date"}).sort == newsline::SortOrder::newest);
}

TEST_CASE("too many facets are refused") {
  std::vector<std::string> arguments = {"a"};
  arguments.insert(arguments.end(), 101, "--facet=tag");
  CHECK_THROWS_AS((void)parse_options(arguments), newsline::Error);
  arguments.pop_back();
  CHECK(options(arguments).facets.size() == 100);
}

TEST_CASE("the help of each command has an example and the exit codes and fits eighty columns and lines") {
  for (const char* command :
       {"search", "show", "first", "related", "tags", "acronyms", "suggest", "timeline"}) {
    CAPTURE(command);
    const std::string text = help({command, "--help"});
    CHECK(text.find("Example") != std::string::npos);
    CHECK(text.find("Exit codes") > text.find("Example"));
    std::istringstream lines(text);
    std::size_t count = 0;
    for (std::string line; std::getline(lines, line); ++count) {
      CAPTURE(line);
      CHECK(line.size() <= 80);
    }
    CHECK(count <= 80);
  }
}

TEST_CASE("synonyms that nothing would look at are refused") {
  CHECK(options({"dam", "--synonyms", "same.txt"}).synonyms == "same.txt");
  CHECK_FALSE(options({"dam", "--no-expand"}).expand);
  CHECK_THROWS_WITH_AS(static_cast<void>(options({"dam", "--no-expand", "--synonyms", "same.txt"})),
                       "--synonyms has no place beside --no-expand", newsline::Error);
}

TEST_SUITE_END();
