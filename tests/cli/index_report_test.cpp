// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>
#include <string>

#include "tests/cli/index_program.h"

using namespace newsline;

namespace {

namespace fs = std::filesystem;
using nlohmann::json;

/// The lines of Prometheus' text format, checked by its rules: a sample belongs to the family that HELP and
/// TYPE have begun above it, each family once.
std::map<std::string, double> samples_of(const std::string& text) {
  std::map<std::string, double> samples;
  std::set<std::string> families;
  std::string family;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    std::istringstream words(line);
    std::string first;
    std::string second;
    words >> first >> second;
    if (first == "#") {
      words >> family;
      if (second == "HELP") CHECK(families.insert(family).second);
      continue;
    }
    const std::size_t end = line.rfind(' ');
    const std::string sample = line.substr(0, end);
    CHECK(sample.starts_with(family + "{"));
    CHECK(sample.ends_with("}"));
    CHECK(samples.emplace(sample, std::stod(line.substr(end + 1))).second);
  }
  CHECK(text.ends_with("\n"));
  return samples;
}

}  // namespace

TEST_SUITE_BEGIN("black-box");

TEST_CASE("a report tells what came and changed and went and was rejected") {
  const IndexProgram index;
  index.write_news("a.jsonl", record(1) + record(2) + record(3) + record(4) + record(5) + record(6));
  const Outcome first = index({"update", "news", "--report", "report.json"});
  REQUIRE(first.exit_code == 0);
  json report = json::parse(content_of(index / "report.json"));
  CHECK(report["newsline_report"] == 1);
  CHECK(report["outcome"] == "done");
  CHECK(report["command"] == "update");
  CHECK(report["changes"]["added"].size() == 6);
  CHECK(report["index_bytes"] > 0);

  index.write_news("a.jsonl",
                   record(1) + record(2, "other words") + record(4) + record(5) + record(6) + "{\n");
  index.write_news("b.jsonl", record(7));
  REQUIRE(index({"update", "--report", "report.json"}).exit_code == 3);
  report = json::parse(content_of(index / "report.json"));
  CHECK(report["changes"] == json{{"added", {"https://example.org/7"}},
                                  {"replaced", {"https://example.org/2"}},
                                  {"removed", {"https://example.org/3"}}});
  CHECK(report["articles"]["total"] == 6);
  CHECK(report["exit_code"] == 3);
  CHECK(report["rejections"]["total"] == 1);
  const json rejected = report["rejections"]["listed"][0];
  CHECK(rejected["path"] == index / "news/a.jsonl");
  CHECK(rejected["line"] == 6);
  CHECK(rejected["new"] == true);
  CHECK_FALSE(rejected["reason"].get<std::string>().empty());

  REQUIRE(index({"update", "--report", "report.json"}).exit_code == 3);
  report = json::parse(content_of(index / "report.json"));
  CHECK(report["changes"]["added"].empty());
  CHECK(report["rejections"]["listed"][0]["new"] == false);
  CHECK_FALSE(fs::exists(index / "report.json.tmp"));
}

TEST_CASE("a dry run says what would come and change and go and writes nothing") {
  const IndexProgram index;
  index.write_news("a.jsonl", record(1) + record(2) + record(3) + record(4) + record(5));
  const Outcome first = index({"update", "news", "--dry-run"});
  CHECK(has(first.output, "would add: https://example.org/1\n"));
  CHECK(has(first.output, "nothing is written, this would be: 5 articles: 5 added,"));
  CHECK_FALSE(fs::exists(index / "index"));

  REQUIRE(index({"update", "news"}).exit_code == 0);
  index.write_news("a.jsonl", record(1) + record(2, "other words") + record(4) + record(5) + record(6));
  const std::string before = index.exported();
  const Outcome second = index({"update", "--dry-run", "--report", "r.json"});
  CHECK(
      second.output.starts_with("would add: https://example.org/6\nwould replace: https://example.org/2\n"
                                "would remove: https://example.org/3\nnothing is written, "));
  CHECK(json::parse(content_of(index / "r.json"))["dry_run"] == true);
  CHECK(index.exported() == before);
  CHECK(index({"rebuild", "--dry-run"}).exit_code == 2);
}

TEST_CASE("the manual names every member and every metric that is written") {
  const IndexProgram index;
  index.write_news("a.jsonl", record(1) + "{\n");
  REQUIRE(index({"update", "news", "--report", "r.json", "--metrics", "m.prom"}).exit_code == 3);
  const std::string manual = content_of(NEWSLINE_SOURCE_DIR "/indexer/OUTPUT.md");
  const json report = json::parse(content_of(index / "r.json")).flatten();
  REQUIRE(report.size() > 30);
  for (const auto& [pointer, value] : report.items()) {
    std::istringstream parts(pointer.substr(1));
    for (std::string part; std::getline(parts, part, '/');) {
      CAPTURE(part);
      CHECK((part == "0" || has(manual, '`' + part + '`')));
    }
  }
  for (const auto& each : samples_of(content_of(index / "m.prom"))) {
    const std::string& sample = each.first;
    CAPTURE(sample);
    CHECK(has(manual, '`' + sample.substr(0, sample.find('{')) + '`'));
  }
}

TEST_CASE("a large first build lists its articles in the report as a small one does") {
  const IndexProgram index;
  index.write_news("a.jsonl", records(15'000));
  REQUIRE(index({"update", "news", "--report", "report.json"}).exit_code == 0);
  const json report = json::parse(content_of(index / "report.json"));
  CHECK(report["articles"]["added"] == 15'000);
  CHECK(report["changes"]["added"].size() == 10'000);  // the most that is listed
}

TEST_CASE("a run that fails writes its report and metrics too") {
  const IndexProgram index;
  for (const char* name : {"a.jsonl", "b.jsonl", "c.jsonl"}) index.write_news(name, record(name[0]));
  REQUIRE(index({"update", "news"}).exit_code == 0);
  fs::remove(index / "news/b.jsonl");
  REQUIRE(index({"update", "--report", "r.json", "--metrics", "m.prom"}).exit_code == 77);
  const json report = json::parse(content_of(index / "r.json"));
  CHECK(report["outcome"] == "failed");
  CHECK(report["exit_code"] == 77);
  CHECK(report["error"]["kind"] == "refused");
  CHECK(has(report["error"]["hint"].get<std::string>(), "--allow-mass-delete"));
  const auto samples = samples_of(content_of(index / "m.prom"));
  CHECK(samples.at("newsline_run_exit_code{index=\"index\",command=\"update\"}") == 77);
}

TEST_CASE("metrics are well formed and say what the run did") {
  const IndexProgram index;
  index.write_news("a.jsonl", record(1) + record(2) + "{\n");
  const std::string folder = "odd \"name\" \\ here";
  REQUIRE(index({"update", "news", "--index", folder, "--metrics", "newsline.prom"}).exit_code == 3);
  const std::string run = "{index=\"odd \\\"name\\\" \\\\ here\",command=\"update\"";
  const auto samples = samples_of(content_of(index / "newsline.prom"));
  CHECK(samples.at("newsline_run_articles" + run + ",change=\"added\"}") == 2);
  CHECK(samples.at("newsline_run_files" + run + ",state=\"read\"}") == 1);
  CHECK(samples.at("newsline_run_rejections" + run + "}") == 1);
  CHECK(samples.at("newsline_run_exit_code" + run + "}") == 3);
  CHECK(samples.at("newsline_run_start_time_seconds" + run + "}") > 1.7e9);
  CHECK(samples.at("newsline_index_articles{index=\"odd \\\"name\\\" \\\\ here\"}") == 2);
}

TEST_CASE("a report that cannot be written is an error and what was indexed stays") {
  const IndexProgram index;
  index.write_news("a.jsonl", record(1));
  for (const char* option : {"--report", "--metrics"}) {
    CAPTURE(option);
    const Outcome outcome = index({"update", "news", option, "nowhere/file"});
    CHECK(outcome.exit_code == 73);
    CHECK(has(outcome.errors, "nowhere/file"));
    CHECK(lines_in(index.exported()) == 1);
    CHECK(index({"update", option, ""}).exit_code == 2);
  }
  CHECK(index({"update", "--report", "x", "--metrics", "x"}).exit_code == 2);
}

TEST_SUITE_END();
