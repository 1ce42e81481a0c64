// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/relevance/collection.h"

#include <doctest/doctest.h>

#include <stdexcept>

#include "tests/support/temporary_folder.h"

namespace newsline::relevance {
namespace {

/// A collection with one query of each kind and one without.
void write_collection(const TemporaryFolder& folder) {
  write_file(folder / "queries.jsonl",
             "{\"id\":\"q1\",\"text\":\"dam\",\"kind\":\"words\"}\n\n"
             "{\"id\":\"q2\",\"text\":\"\\\"old dam\\\"\",\"kind\":\"phrase\",\"note\":\"x\"}\n"
             "{\"id\":\"q3\",\"text\":\"bridge\"}\n");
  write_file(folder / "qrels.tsv", "q1\ten/a.txt\t2\nq1\tde/b.txt\t0\nq2\ten/a.txt\t1\n");
}

TEST_SUITE("unit") {
  TEST_CASE("a collection is read with its queries and judgements") {
    const TemporaryFolder folder;
    write_collection(folder);
    const Collection collection(folder.path());
    REQUIRE(collection.queries().size() == 3);
    CHECK(collection.queries()[1].text == "\"old dam\"");
    CHECK(collection.kinds() == std::vector<std::string>{"phrase", "words"});
    CHECK(collection.judgements() ==
          Judgements{{"q1", {{"en/a.txt", 2}, {"de/b.txt", 0}}}, {"q2", {{"en/a.txt", 1}}}});
    CHECK(collection.judgements_of("phrase") == Judgements{{"q2", {{"en/a.txt", 1}}}});
  }

  TEST_CASE("documents are the files of the folders below by their paths") {
    const TemporaryFolder folder;
    write_collection(folder);
    write_file(folder / "en/a.txt", "A");
    const Collection collection(folder.path());
    CHECK(collection.sources() == std::vector<std::string>{folder / "en"});
    CHECK(collection.document_of("https://example.org/a", folder / "en/a.txt") == "en/a.txt");
  }

  TEST_CASE("documents are the records of docs jsonl by their ids where there is one") {
    const TemporaryFolder folder;
    write_collection(folder);
    write_file(folder / "docs.jsonl", "");
    const Collection collection(folder.path());
    CHECK(collection.sources() == std::vector<std::string>{folder / "docs.jsonl"});
    CHECK(collection.document_of(folder / "docs.jsonl#7#x", folder / "docs.jsonl") == "7#x");
  }

  TEST_CASE("what is no collection is refused with its place") {
    const TemporaryFolder folder;
    CHECK_THROWS_AS(Collection(folder.path()), std::runtime_error);
    write_collection(folder);
    write_file(folder / "qrels.tsv", "q1\ta\t1\nq1\ta\tx\n");
    CHECK_THROWS_WITH_AS(Collection(folder.path()), doctest::Contains("qrels.tsv:2: "), std::runtime_error);
    write_file(folder / "queries.jsonl", "{\"id\":\"q1\"}\n");
    CHECK_THROWS_WITH_AS(Collection(folder.path()), doctest::Contains("queries.jsonl:1: "),
                         std::runtime_error);
  }
}

}  // namespace
}  // namespace newsline::relevance
