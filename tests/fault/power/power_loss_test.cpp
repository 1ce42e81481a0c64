// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <string>

#include "common/error.h"
#include "tests/fault/power/recording.h"

using namespace newsline;
using namespace newsline::fault;

namespace {

namespace fs = std::filesystem;

/// What is wrong with an index that came out of a power cut.
std::string wrong_after(const std::string& index, const std::vector<Recording::Articles>& allowed) {
  try {
    const Recording::Articles now = articles_if_any(index);
    if (std::find(allowed.begin(), allowed.end(), now) == allowed.end())
      return now ? "it is in another state than the last or the next" : "there is no index";
    return now ? problems_of(index) : "";
  } catch (const Error& error) {
    return error.what();
  }
}

/// Cuts the power at so many steps of a recording, or at all, each time with other luck.
void cut_power(Trial& trial, const World& world, const Recording& recording, std::size_t cuts) {
  const TemporaryFolder folder;
  const std::size_t count = trials(recording.size() + 1, cuts);
  for (std::size_t cut = 0; cut < count; ++cut) {
    const std::size_t step = is_long() ? cut : trial.below(recording.size() + 1);
    const std::uint64_t luck = trial.below(5);  // of four changes, so many reach the disk
    CAPTURE(step);
    CAPTURE(luck);
    const std::string after = folder / "after";
    fs::remove_all(after);
    recording.disk_at(step).restore(after, [&] { return trial.below(4) < luck; });
    const auto states = recording.states_at(step);
    ++trial.figures.faults;
    if (states[0]) trial.figures.acknowledged += states[0]->size();
    const std::string wrong = wrong_after(after + "/index", states);
    if (!wrong.empty()) ++trial.figures.damaged;
    CHECK(wrong == "");
    if (trial.below(4) != 0) continue;
    ++trial.figures.runs;
    CHECK(run(worker({"update", after + "/index", "1000000", world.source()})).exit_code == 0);
    CHECK(articles_of(after + "/index") == world.golden(world.state()).articles);
  }
}

}  // namespace

TEST_SUITE("fault") {
  TEST_CASE("power that fails in an update leaves the last state or the next") {
    if (!can_inject()) return;
    Trial trial("power cuts in updates");
    World world(trial);
    world.turn();
    Recording recording(world);
    REQUIRE(recording.run({}, world.run_of("update")).outcome.exit_code == 0);
    world.turn();
    REQUIRE(recording.run({}, world.run_of("update")).outcome.exit_code == 0);
    cut_power(trial, world, recording, 60);
    CHECK(trial.figures.damaged == 0);
  }

  TEST_CASE("power that fails in a rebuild leaves the former generation or the new one") {
    if (!can_inject()) return;
    Trial trial("power cuts in rebuilds");
    World world(trial);
    world.turn();
    Recording recording(world);
    REQUIRE(recording.run({}, world.run_of("rebuild")).outcome.exit_code == 0);
    world.turn();
    REQUIRE(recording.run({}, world.run_of("rebuild")).outcome.exit_code == 0);
    cut_power(trial, world, recording, 60);
    CHECK(trial.figures.damaged == 0);
  }

  TEST_CASE("power that fails in a first run leaves nothing or a whole index") {
    if (!can_inject()) return;
    Trial trial("power cuts in first runs");
    World world(trial);
    fs::remove_all(world.index());
    Recording recording(world);
    REQUIRE(recording.run({}, world.run_of("update")).outcome.exit_code == 0);
    cut_power(trial, world, recording, 40);
    CHECK(trial.figures.damaged == 0);
  }

  TEST_CASE("power that fails soon after a killed run leaves the last state or the next") {
    if (!can_inject()) return;
    Trial trial("power cuts after kills");
    for (int i = 0; i < (is_long() ? 8 : 2); ++i) {
      World world(trial);
      world.turn();
      Recording recording(world);
      // Its new state has its name, and the name is not yet on the disk.
      const Fault fault{Call::fsync, 2 + trial.below(6), Deed::kill};
      CAPTURE(describe(fault));
      REQUIRE(recording.run(fault, world.run_of("update")).was_killed());
      ++trial.figures.kills;
      REQUIRE(recording.run({}, world.run_of("update")).outcome.exit_code == 0);
      cut_power(trial, world, recording, 40);
    }
    CHECK(trial.figures.damaged == 0);
  }
}
