// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>
#include <xapian.h>

#include <csignal>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>

#include "tests/cli/index_program.h"

using namespace newsline;

namespace {

namespace fs = std::filesystem;

/// Puts other text behind an article, as bit rot does.
void damage(const IndexProgram& index, Xapian::docid number) {
  Xapian::WritableDatabase database(index / "index/gen-000001", Xapian::DB_OPEN);
  Xapian::Document document = database.get_document(number);
  document.set_data("rotten");
  database.replace_document(number, document);
  database.commit();
}

/// An index of so many articles.
struct Indexed : IndexProgram {
  explicit Indexed(int articles) {
    write_news("a.jsonl", records(articles));
    REQUIRE((*this)({"update", "news"}).exit_code == 0);
  }
};

}  // namespace

TEST_SUITE_BEGIN("black-box");

TEST_CASE("a forgotten article stays out until that is taken back") {
  const Indexed index(10);
  const Outcome forgotten = index({"forget", "https://example.org/3", "https://example.org/4"});
  CHECK(forgotten.output == "2 articles removed (index: 8 articles)\n");
  CHECK(forgotten.exit_code == 0);
  index.write_news("a.jsonl", records(11));
  CHECK(has(index({"update"}).output, "; 2 forgotten; "));
  CHECK(lines_in(index.exported()) == 9);
  CHECK(has(index({"sources"}).output, "forgotten: https://example.org/3\n"));

  const Outcome undone = index({"forget", "--undo", "https://example.org/3"});
  CHECK(has(undone.output, "no longer forgotten"));
  CHECK(index({"update"}).output.starts_with("1 article: 1 added,"));
  CHECK(index({"forget", "--undo", "https://example.org/3"}).exit_code == 2);
}

TEST_CASE("what is not known cannot be forgotten and forget asks for a name") {
  const Indexed index(1);
  const Outcome unknown = index({"forget", "https://example.org/99"});
  CHECK(unknown.exit_code == 2);
  CHECK(has(unknown.errors, "knows no article and no file \"https://example.org/99\""));
  CHECK(index({"forget"}).exit_code == 2);
  CHECK(index({"forget", ""}).exit_code == 2);
}

TEST_CASE("sources are listed and taken off the list") {
  const Indexed index(3);
  write_file(index / "more/b.jsonl", record(100) + "{\n");
  REQUIRE(index({"update", "--keep-vanished", "more"}).exit_code == 3);
  const Outcome listed = index({"sources"});
  CHECK(listed.output == index / "news: 3 articles in 1 file\n" + (index / "more: 1 article in 1 file, ") +
                             "1 rejected, keeps what has vanished\n");
  const auto json = nlohmann::json::parse(index({"sources", "--json"}).output);
  CHECK(json["newsline_sources"] == 1);
  CHECK(json["sources"][1]["path"] == index / "more");
  CHECK(json["sources"][1]["keeps_vanished"] == true);
  CHECK(json["sources"][0]["articles"] == 3);

  const Outcome unknown = index({"sources", "--remove", "news/a.jsonl"});
  CHECK(unknown.exit_code == 2);
  CHECK(has(unknown.errors, "its sources are \"" + (index / "news") + "\", "));
  CHECK(index({"sources", "--remove", "news"}).output ==
        "3 articles removed with the source (index: 1 article)\n");
  CHECK(lines_in(index({"sources"}).output) == 1);
  CHECK(index({"sources", "--remove", ""}).exit_code == 2);
}

TEST_CASE("an update without paths refreshes every source with its setting") {
  const Indexed index(3);
  write_file(index / "more/b.jsonl", record(100));
  REQUIRE(index({"update", "--keep-vanished", "more"}).exit_code == 0);
  fs::remove(index / "more/b.jsonl");
  index.write_news("c.jsonl", record(50));
  CHECK(index({"update"}).output.starts_with("1 article: 1 added, 0 replaced, 0 removed;"));
  CHECK(has(index({"rebuild"}).output, "; 1 carried over; "));
  CHECK(lines_in(index.exported()) == 5);
  CHECK(index({"update", "--no-keep-vanished", "more"}).exit_code == 77);
  CHECK(index({"update", "--no-keep-vanished", "--allow-mass-delete", "more"}).exit_code == 0);
  CHECK(lines_in(index.exported()) == 4);
  CHECK(index({"update", "--no-keep-vanished", "--keep-vanished"}).exit_code == 2);
}

TEST_CASE("a mass deletion is refused with every way out") {
  const IndexProgram index;
  for (const char* name : {"a.jsonl", "b.jsonl", "c.jsonl"}) index.write_news(name, record(name[0]));
  REQUIRE(index({"update", "news"}).exit_code == 0);
  fs::remove(index / "news/b.jsonl");
  const Outcome refused = index({"update"});
  CHECK(refused.exit_code == 77);
  CHECK(refused.output.empty());
  CHECK(has(refused.errors, "1 of the 3 articles of \"" + (index / "news") + "\" would go"));
  for (const char* said : {"news/b.jsonl\"", "still in the index", "--allow-mass-delete", "--keep-vanished"})
    CHECK(has(refused.errors, said));
  CHECK(index({"update", "--allow-mass-delete"}).exit_code == 0);
  CHECK(lines_in(index.exported()) == 2);
}

TEST_CASE("check tells a whole index from a damaged one and repairs it") {
  const Indexed index(20);
  for (const std::vector<std::string>& how :
       {std::vector<std::string>{"check"}, {"check", "--quick"}, {"check", "--repair"}}) {
    const Outcome whole = index(how);
    CHECK(whole.output == "no damage: 20 articles and 1 file compared (gen-000001)\n");
    CHECK(whole.exit_code == 0);
  }
  CHECK(index({"check", "--quick", "--quiet"}).output.empty());

  damage(index, 7);
  for (const std::vector<std::string>& how :
       {std::vector<std::string>{"check"}, {"check", "--quick", "--quiet"}}) {
    const Outcome damaged = index(how);
    CHECK(damaged.exit_code == 65);
    CHECK(has(damaged.errors, "document 7"));
    CHECK(has(damaged.errors, "check --repair"));
    CHECK(damaged.output.empty());
  }
  const Outcome repaired = index({"check", "--repair"});
  CHECK(repaired.exit_code == 65);
  CHECK(repaired.output == "repaired: 19 articles kept, 1 lost (gen-000002)\n");
  CHECK(has(repaired.errors, "newsline-index update"));
  CHECK(index({"check"}).exit_code == 0);
  CHECK(index({"update"}).output.starts_with("1 article: 1 added,"));
}

TEST_CASE("a rollback brings the generation before the rebuild back") {
  const Indexed index(10);
  CHECK(index({"rollback"}).exit_code == 2);
  index.write_news("a.jsonl", records(12));
  REQUIRE(index({"rebuild"}).exit_code == 0);
  const Outcome back = index({"rollback"});
  CHECK(back.output == "gen-000001 is in use again; the next update goes on from there\n");
  CHECK(lines_in(index.exported()) == 10);
  CHECK(index({"update"}).output.starts_with("2 articles: 2 added,"));
}

TEST_CASE("rejected files are read again when that is asked for") {
  const IndexProgram index;
  index.write_news("a.jsonl", record(1) + "{\n");
  index.write_news("b.jsonl", record(2));
  REQUIRE(index({"update", "news"}).exit_code == 3);
  const auto run = [&](std::vector<std::string> arguments) {
    arguments.insert(arguments.end(), {"--report", "report.json"});
    CHECK(index(arguments).exit_code == 3);
    return nlohmann::json::parse(content_of(index / "report.json"));
  };
  CHECK(run({"update"})["files"]["read"] == 0);
  CHECK(run({"update", "--retry-rejected"})["files"]["read"] == 1);
}

TEST_SUITE_END();
