// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <filesystem>
#include <string>
#include <variant>

#include "common/search/archive.h"
#include "common/search/query/parse_query.h"
#include "tests/cli/index_program.h"

using namespace newsline;

namespace {

namespace fs = std::filesystem;

const std::string kCorpus = std::string(NEWSLINE_SOURCE_DIR "/corpus/articles");

/// All that an index answers to a question, as lines.
std::string answers(const std::string& index, const std::string& question) {
  Request request;
  request.query = std::get<QueryNode>(parse_query(question, {}));
  request.limit = 50;
  request.facets = {{FacetField::tag, 100}, {FacetField::source, 100}, {FacetField::month, 100}};
  const Page page = Archive(index).search(request);
  std::string text = fmt::format("{} hits\n", page.total);
  for (const Hit& hit : page.hits)
    text +=
        fmt::format("{} {:.6f} {} {} {}\n", hit.id, hit.score, hit.title.text, hit.path, hit.snippet.text);
  for (const Facet& facet : page.facets)
    for (const FacetCount& count : facet.counts) text += fmt::format("{} {}\n", count.value, count.count);
  return text;
}

}  // namespace

TEST_SUITE_BEGIN("black-box");

TEST_CASE("what was exported is read back to an equal index") {
  const IndexProgram index;
  REQUIRE(index({"update", kCorpus}).exit_code == 0);
  const std::string exported = index.exported();
  REQUIRE(lines_in(exported) > 100);
  write_file(index / "elsewhere/export.jsonl", exported);
  const Outcome outcome = index({"update", "elsewhere", "--index", "again"});
  CHECK(outcome.exit_code == 0);
  CHECK(index.exported("again") == exported);
  for (const char* question :
       {"CSTO suspension", "Pashinyan", "\"grain deal\"", "tag:armenia -budget", "*", "date:2024-03",
        "earthquake OR \u0437\u0435\u043c\u043b\u0435\u0442\u0440\u044f\u0441\u0435\u043d\u0438\u0435",
        "reads:>100", "title:armenia"}) {
    CAPTURE(question);
    const std::string expected = answers(index / "index", question);
    CHECK(lines_in(expected) > 1);
    CHECK(answers(index / "again", question) == expected);
  }
}

TEST_CASE("an export into a file is the same and appears whole") {
  const IndexProgram index;
  index.write_news("a.jsonl", records(20));
  REQUIRE(index({"update", "news"}).exit_code == 0);
  const Outcome outcome = index({"export", "out.jsonl"});
  CHECK(outcome.exit_code == 0);
  CHECK(outcome.output.empty());
  CHECK(content_of(index / "out.jsonl") == index.exported());
  CHECK(index({"export", "-"}).output == index.exported());
  CHECK_FALSE(fs::exists(index / "out.jsonl.tmp"));
}

TEST_CASE("an export through a link replaces what it leads to") {
  const IndexProgram index;
  index.write_news("a.jsonl", records(20));
  REQUIRE(index({"update", "news"}).exit_code == 0);
  write_file(index / "store/old.jsonl", "old");
  fs::create_symlink("store/old.jsonl", index / "link.jsonl");
  CHECK(index({"export", "link.jsonl"}).exit_code == 0);
  CHECK(fs::is_symlink(index / "link.jsonl"));
  CHECK(content_of(index / "store/old.jsonl") == index.exported());
}

TEST_CASE("an export that cannot be written is an error and leaves nothing") {
  const IndexProgram index;
  index.write_news("a.jsonl", records(20));
  REQUIRE(index({"update", "news"}).exit_code == 0);
  for (const char* file : {"/dev/full", "missing/out.jsonl", "news"}) {
    CAPTURE(file);
    const Outcome outcome = index({"export", file});
    CHECK(outcome.exit_code == 73);
    CHECK(has(outcome.errors, file));
  }
  CHECK_FALSE(fs::exists(index / "missing"));
  CHECK_FALSE(fs::exists(index / "news.tmp"));
}

TEST_CASE("an export that ends halfway leaves the file that was there") {
  const IndexProgram index;
  index.write_news("a.jsonl", records(5000));
  REQUIRE(index({"update", "news"}).exit_code == 0);
  write_file(index / "out.jsonl", "from yesterday");
  Command command = index.command({"export", "out.jsonl"});
  // No file may grow beyond 8 blocks of 512 bytes: what a full disk is to the program.
  command.arguments.insert(command.arguments.begin(),
                           {"/bin/sh", "-c", "trap '' XFSZ; ulimit -f 8; exec \"$0\" \"$@\""});
  const Outcome outcome = run(command);
  CHECK(outcome.exit_code == 73);
  CHECK(has(outcome.errors, "out.jsonl"));
  CHECK(content_of(index / "out.jsonl") == "from yesterday");
  CHECK_FALSE(fs::exists(index / "out.jsonl.tmp"));
}

TEST_SUITE_END();
