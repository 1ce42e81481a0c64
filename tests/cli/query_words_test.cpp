// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "common/index/update.h"
#include "tests/cli/query_archive.h"

namespace {

using newsline::contains;
using newsline::Outcome;
using newsline::QueryArchive;
using newsline::write_file;
using Arguments = std::vector<std::string>;

constexpr const char* kArticles =
    R"({"id":"founding","published":"2024-05-01","body":"The Harbour Pilots Club (HPC) was founded."}
{"id":"strike","published":"2024-05-02","body":"The HPC goes on strike."}
{"id":"dinner","published":"2024-05-03","body":"The Harbour Pilots Club had dinner."}
{"id":"poison","published":"2024-05-04","body":"Évil\u202e Trap (ÉT\u202e) and Kyiv."}
)";

class Quiet : public newsline::RunObserver {
 public:
  void rejected(const newsline::Rejection& /*rejection*/) override {}
  void progress(const newsline::RunReport&, std::uint64_t, const std::string&) override {}
};

class Harbour {
 public:
  Harbour() {
    write_file(folder_ / "news.jsonl", kArticles);
    Quiet observer;
    newsline::update({index(), {folder_ / "news.jsonl"}}, observer);
  }

  [[nodiscard]] std::string index() const { return folder_ / "index"; }
  [[nodiscard]] std::string file(const std::string& name) const { return folder_ / name; }

  [[nodiscard]] Outcome ask(Arguments arguments) const {
    arguments.insert(arguments.begin(), {"--index", index()});
    return QueryArchive::instance().ask(arguments);
  }

  /// Ids in the order of the answer.
  [[nodiscard]] std::string ids(Arguments arguments) const {
    arguments.insert(arguments.end(), {"--format", "jsonl", "--sort", "date"});
    const std::string output = ask(arguments).output;
    std::string found;
    const std::string key = "\"id\":\"";
    for (std::size_t at = output.find(key); at != std::string::npos; at = output.find(key, at)) {
      at += key.size();
      const std::string id = output.substr(at, output.find('"', at) - at);
      found += (found.empty() ? "" : " ") + id.substr(id.rfind('#') + 1);
    }
    return found;
  }

 private:
  newsline::TemporaryFolder folder_;
};

}  // namespace

TEST_SUITE_BEGIN("black-box");

TEST_CASE("acronyms and long forms find each other unless that is switched off") {
  const Harbour harbour;
  CHECK(harbour.ids({"HPC"}) == "dinner strike founding");
  CHECK(harbour.ids({"harbour pilots club strike"}) == "strike");
  CHECK(harbour.ids({"--no-expand", "HPC"}) == "strike founding");
  CHECK(harbour.ids({"=HPC"}) == "strike founding");
  CHECK(contains(harbour.ask({"--explain", "HPC"}).output,
                 "expansion: hpc → \"harbour pilots club\" (1 article says so)\n"));
}

TEST_CASE("acronyms lists what is known with its evidence") {
  const Harbour harbour;
  const Outcome text = harbour.ask({"acronyms", "hpc"});
  CHECK(contains(text.output, "HPC  Harbour Pilots Club\n  1 article · 2024-05-01 · "));
  CHECK(text.exit_code == 0);
  const Outcome json = harbour.ask({"acronyms", "--format", "json", "harbour", "pilots"});
  CHECK(contains(json.output,
                 "\"acronym\": \"HPC\",\n      \"stands_for\": \"Harbour Pilots Club\",\n      \"articles\": "
                 "1,\n      \"first\": \"2024-05-01\",\n"));
  const Outcome lines = harbour.ask({"acronyms", "--format", "jsonl"});
  CHECK(
      contains(lines.output, "{\"newsline\":1,\"acronym\":\"HPC\",\"stands_for\":\"Harbour Pilots Club\","));
  const Outcome csv = harbour.ask({"acronyms", "--format", "csv", "HPC"});
  CHECK(
      csv.output.starts_with("acronym,stands_for,articles,first,last,last_id,last_title\r\nHPC,Harbour "
                             "Pilots Club,1,2024-05-01,2024-05-01,"));
  const Outcome none = harbour.ask({"acronyms", "XYZ"});
  CHECK(none.output.empty());
  CHECK(none.exit_code == 1);
  for (const char* format : {"text", "json", "jsonl", "csv"})
    CHECK_FALSE(contains(harbour.ask({"acronyms", "--format", format}).output, "\u202e"));
}

TEST_CASE("synonyms come from the file that is named or the one in the index") {
  const Harbour harbour;
  CHECK(harbour.ids({"--no-correct", "kiev"}).empty());
  write_file(harbour.file("own.txt"), "Kiev = Kyiv  # both\n");
  CHECK(harbour.ids({"--synonyms", harbour.file("own.txt"), "kiev"}) == "poison");
  write_file(harbour.index() + "/synonyms.txt", "supper = dinner\n");
  CHECK(harbour.ids({"supper"}) == "dinner");
  CHECK(harbour.ids({"--no-correct", "--synonyms", harbour.file("own.txt"), "supper"}).empty());
  CHECK(harbour.ids({"--no-correct", "--no-expand", "supper"}).empty());
}

TEST_CASE("synonyms that cannot be read are named") {
  const Harbour harbour;
  const Outcome missing = harbour.ask({"--synonyms", harbour.file("none.txt"), "x"});
  CHECK(missing.exit_code == 2);
  CHECK(contains(missing.errors, "cannot read the synonyms \"" + harbour.file("none.txt") + "\""));
  write_file(harbour.file("bad.txt"), "a = b\nc\n");
  const Outcome bad = harbour.ask({"--synonyms", harbour.file("bad.txt"), "x"});
  CHECK(bad.exit_code == 2);
  CHECK(contains(bad.errors, "line 2 of \"" + harbour.file("bad.txt") + "\" has no ="));
}

TEST_CASE("a corrected question says so in every format and can be refused") {
  const Harbour harbour;
  const Outcome text = harbour.ask({"dinnr"});
  CHECK(text.exit_code == 0);
  CHECK(text.output.starts_with("Nothing matches as it was asked. This answers dinnr → dinner:\n\n1. "));
  CHECK(contains(harbour.ask({"--format", "json", "the dinnr"}).output,
                 "\"corrected\": [\n    {\n      \"where\": [\n        4,\n        9\n      ],\n"
                 "      \"said\": \"dinnr\",\n      \"meant\": \"dinner\"\n    }\n  ]"));
  for (const char* format : {"jsonl", "csv"}) {
    const Outcome outcome = harbour.ask({"--format", format, "dinnr"});
    CHECK(contains(outcome.errors, "nothing matches as it was asked; this answers dinnr → dinner\n"));
    CHECK(contains(outcome.output, "dinner"));
  }
  const Outcome refused = harbour.ask({"--no-correct", "dinnr"});
  CHECK(refused.output == "0 articles\n");
  CHECK(refused.exit_code == 1);
  CHECK(harbour.ask({"--no-expand", "dinnr"}).exit_code == 1);
  CHECK(harbour.ids({"dinnr~"}) == "dinner");
  CHECK_FALSE(contains(harbour.ask({"--format", "json", "dinner"}).output, "corrected"));
}

TEST_CASE("suggest lists what begins so in every format") {
  const QueryArchive& archive = QueryArchive::instance();
  const Outcome text = archive.ask({"suggest", "tag:foreign"});
  CHECK(text.output == "tag:\"Foreign Policy\"\ttag, 1 article\n");
  CHECK(text.exit_code == 0);
  CHECK(
      archive.ask({"suggest", "--format", "json", "#foreign"}).output ==
      "{\n  \"newsline\": 1,\n  \"suggestions\": [\n    {\n      \"text\": \"tag:\\\"Foreign Policy\\\"\",\n"
      "      \"kind\": \"tag\",\n      \"value\": \"Foreign Policy\",\n      \"articles\": 1\n    }\n  "
      "]\n}\n");
  CHECK(archive.ask({"suggest", "--format", "jsonl", "author:reed"}).output ==
        "{\"newsline\":1,\"text\":\"author:\\\"Tom Reed\\\"\",\"kind\":\"author\",\"value\":\"Tom Reed\","
        "\"articles\":2}\n");
  CHECK(archive.ask({"suggest", "--format", "csv", "--limit", "1", "dam"}).output ==
        "text,kind,value,articles\r\ndam,word,dam,2\r\n");
  const Outcome none = archive.ask({"suggest", "zebra"});
  CHECK(none.output.empty());
  CHECK(none.exit_code == 1);
  for (const char* format : {"text", "json", "jsonl", "csv"}) {
    const Outcome hostile = archive.ask({"suggest", "--limit", "100", "--format", format});
    for (const char* bad : {"\x1b", "\u202e", "\u2066", "\x7f"}) CHECK_FALSE(contains(hostile.output, bad));
  }
}

TEST_SUITE_END();
