// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <chrono>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "common/error.h"
#include "common/index/update.h"
#include "tests/fault/trial/readers.h"
#include "tests/fault/trial/world.h"
#include "tests/index/observers.h"

using namespace newsline;
using namespace newsline::fault;

namespace {

namespace fs = std::filesystem;

constexpr int kArticles = 120;

/// One file whose articles all have the same version, which is also their one tag; it is there at once.
void write_version(const TemporaryFolder& folder, int version) {
  std::string text;
  for (int id = 0; id < kArticles; ++id)
    text += fmt::format(R"({{"url":"https://example.org/{}","title":"Story {} version {} of it",)"
                        R"("body":"It follows word{} before and word{} behind","tags":["v{}"]}})",
                        id, id, version, id % 23, (id * version) % 29, version) +
            '\n';
  write_file(folder / "aside.jsonl", text);
  fs::create_directories(folder / "in");
  fs::rename(folder / "aside.jsonl", folder / "in/all.jsonl");
}

Command work_on(const TemporaryFolder& folder, const std::string& what) {
  return worker({what, folder / "index", "67108864", folder / "in"});
}

/// Runs these at the same time. Each does its work, or gives way to the other.
std::string side_by_side(Trial& trial, const TemporaryFolder& folder, const std::vector<std::string>& works) {
  std::vector<std::unique_ptr<Process>> processes;
  processes.reserve(works.size());
  for (const std::string& what : works) processes.push_back(std::make_unique<Process>(work_on(folder, what)));
  std::string wrong;
  bool did_any = false;
  for (auto& process : processes) {
    const Outcome outcome = process->finish();
    ++trial.figures.runs;
    did_any = did_any || outcome.exit_code == 0;
    if (outcome.exit_code != 0 && outcome.exit_code != exit_code(ErrorKind::busy))
      wrong += fmt::format("{}: {}", outcome.exit_code, outcome.errors);
  }
  return did_any ? wrong : wrong + "none of the runs did anything";
}

}  // namespace

TEST_SUITE("fault") {
  TEST_CASE("eight searching processes get right answers while runs overlap without end") {
    Trial trial("overlapping runs");
    const TemporaryFolder folder;
    write_version(folder, 1);
    REQUIRE(run(work_on(folder, "update")).exit_code == 0);
    Readers readers(folder / "index", is_long() ? 8 : 3, kArticles, true);
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(is_long() ? 300 : 6);
    const std::vector<std::vector<std::string>> works = {
        {"update"}, {"update", "update"}, {"update", "rebuild"}, {"update"}, {"rebuild", "rebuild"}};
    int version = 1;
    while (std::chrono::steady_clock::now() < end) {
      write_version(folder, ++version);
      CHECK(side_by_side(trial, folder, works[trial.below(works.size())]) == "");
    }
    CHECK(readers.stop(trial.figures) == "");
    CHECK(trial.figures.asked > 0);
    CHECK(trial.figures.reader_errors + trial.figures.wrong_answers == 0);

    REQUIRE(run(work_on(folder, "update")).exit_code == 0);
    Listener listener;
    update({folder / "fresh", {folder / "in"}}, listener);
    CHECK(content_of(folder / "index") == content_of(folder / "fresh"));
    CHECK(problems_of(folder / "index") == "");
  }
}
