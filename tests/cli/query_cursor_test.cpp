// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "tests/cli/query_archive.h"

namespace {

using newsline::contains;
using newsline::Outcome;
using newsline::QueryArchive;
using Arguments = std::vector<std::string>;

const Arguments kQuestion = {"dam OR river", "--sort", "date", "--limit", "1"};

Outcome ask(Arguments arguments, const Arguments& more = {}) {
  arguments.insert(arguments.end(), more.begin(), more.end());
  return QueryArchive::instance().ask(std::move(arguments));
}

/// What stands between `start` and the next quote or line feed.
std::string behind(const std::string& text, const std::string& start) {
  const std::size_t at = text.find(start);
  REQUIRE(at != std::string::npos);
  const std::size_t begin = at + start.size();
  return text.substr(begin, text.find_first_of("\"\n", begin) - begin);
}

/// The cursor that the JSON tells.
std::string next_of(const Outcome& outcome) { return behind(outcome.output, "\"next\": \""); }

}  // namespace

TEST_SUITE_BEGIN("black-box");

TEST_CASE("each page names the next one until there is none") {
  const Outcome first = ask(kQuestion, {"--format", "json"});
  CHECK(contains(first.output, "\"id\": \"https://courier.example/dam\""));
  const Outcome second = ask(kQuestion, {"--format", "json", "--after", next_of(first)});
  CHECK(contains(second.output, "\"id\": \"https://courier.example/bridge\""));
  CHECK(contains(second.output, "\"rank\": 2,"));
  CHECK(contains(second.output, "\"total\": 3,"));
  CHECK(contains(second.output, "\"offset\": 1,"));
  const Outcome third = ask(kQuestion, {"--format", "json", "--after", next_of(second)});
  CHECK(contains(third.output, "\"id\": \"https://courier.example/note\""));
  CHECK(contains(third.output, "\"next\": null"));
}

TEST_CASE("text goes on with cursors where it was asked for by one") {
  const std::string cursor = next_of(ask(kQuestion, {"--format", "json"}));
  const Outcome text = ask(kQuestion, {"--after", cursor, "--no-snippets"});
  CHECK(text.output.starts_with("2. Bridge over the Lanhe reopens\n"));
  const std::string next = behind(text.output, "2 of 3 articles; next: --after ");
  CHECK(ask(kQuestion, {"--after", next, "--no-snippets"}).output.starts_with("3. Correction\n"));
}

TEST_CASE("stats tell the cursor where the format has no place for it") {
  const Outcome rows = ask(kQuestion, {"--format", "csv", "--stats"});
  const std::string next = behind(rows.errors, "newsline-query: next page: --after ");
  CHECK(contains(ask(kQuestion, {"--format", "csv", "--after", next}).output,
                 "\r\n2,https://courier.example/bridge,"));
}

TEST_CASE("a broken cursor and one of another question are told") {
  const std::string cursor = next_of(ask(kQuestion, {"--format", "json"}));
  const Outcome broken = ask(kQuestion, {"--after", cursor.substr(1)});
  CHECK(broken.errors.starts_with("newsline-query: the cursor behind --after is not whole"));
  CHECK(broken.exit_code == 2);
  const Outcome other = ask({"dam", "--sort", "date", "--after", cursor});
  CHECK(other.errors.starts_with("newsline-query: the cursor behind --after is of another question"));
  CHECK(contains(other.errors, "ask as for the page before"));
  CHECK(other.exit_code == 2);
  CHECK(other.output.empty());
}

TEST_SUITE_END();
