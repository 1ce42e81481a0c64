// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <string>
#include <vector>

#include "common/index/folder/index_folder.h"
#include "tests/fault/trial/readers.h"
#include "tests/fault/trial/world.h"

using namespace newsline;
using namespace newsline::fault;

namespace {

constexpr std::array kDeadly = {Call::rename, Call::fdatasync, Call::fsync, Call::write,   Call::unlink,
                                Call::open,   Call::close,     Call::mkdir, Call::truncate};

/// How often each kind is called in an undisturbed run.
Counts counts_of(World& world, const std::string& what, std::size_t batch_bytes) {
  world.turn();
  const Injected whole = run_with({}, world.folder(), world.run_of(what, batch_bytes));
  REQUIRE(whole.outcome.exit_code == 0);
  return whole.counts;
}

/// All the points at which a run can be killed; in the quick form, so many of them.
std::vector<Fault> kills(Trial& trial, const Counts& counts, std::size_t quick) {
  std::vector<Fault> all;
  for (const Call call : kDeadly)
    for (std::uint64_t at = 1; at <= counts.calls[static_cast<std::size_t>(call)]; ++at) {
      all.push_back({call, at, Deed::kill});
      if (call == Call::write) all.push_back({call, at, Deed::tear});
    }
  for (std::size_t i = 0; i < all.size(); ++i) std::swap(all[i], all[i + trial.below(all.size() - i)]);
  all.resize(std::min(all.size(), trials(all.size(), quick)));
  return all;
}

void kill_all(Trial& trial, World& world, const std::string& what, std::size_t batch_bytes,
              std::size_t quick) {
  for (const Fault& fault : kills(trial, counts_of(world, what, batch_bytes), quick)) {
    CAPTURE(describe(fault));
    world.turn();
    const Injected injected = run_with(fault, world.folder(), world.run_of(what, batch_bytes));
    CAPTURE(injected.outcome.errors);
    ++trial.figures.runs;
    if (injected.was_killed()) ++trial.figures.kills;
    CHECK(world.verdict(acknowledged_by(injected, what, batch_bytes)) == "");
    REQUIRE(world.completion() == "");
  }
}

}  // namespace

TEST_SUITE("fault") {
  TEST_CASE("an update that is killed loses nothing while others read") {
    if (!can_inject()) return;
    Trial trial("killed updates");
    World world(trial);
    Readers readers(world.index(), 1, world.steady_articles());
    kill_all(trial, world, "update", 1, 30);
    kill_all(trial, world, "update", 64 << 20, 10);
    CHECK(readers.stop(trial.figures) == "");
    CHECK(trial.figures.reader_errors + trial.figures.wrong_answers + trial.figures.lost == 0);
  }

  TEST_CASE("a rebuild that is killed leaves the former or the new generation") {
    if (!can_inject()) return;
    Trial trial("killed rebuilds");
    World world(trial);
    Readers readers(world.index(), 1, world.steady_articles());
    kill_all(trial, world, "rebuild", 1, 30);
    CHECK(readers.stop(trial.figures) == "");
    CHECK(trial.figures.reader_errors + trial.figures.wrong_answers + trial.figures.lost == 0);
  }

  TEST_CASE("a first build that is killed leaves nothing or a part that the next one completes") {
    if (!can_inject()) return;
    Trial trial("killed first builds");
    World world(trial);
    std::filesystem::remove_all(world.index());
    const Injected whole = run_with({}, world.folder(), world.run_of("update"));
    REQUIRE(whole.outcome.exit_code == 0);
    for (const Fault& fault : kills(trial, whole.counts, 20)) {
      CAPTURE(describe(fault));
      std::filesystem::remove_all(world.index());
      const Injected injected = run_with(fault, world.folder(), world.run_of("update"));
      ++trial.figures.runs;
      if (injected.was_killed()) ++trial.figures.kills;
      if (current_generation(world.index())) CHECK(problems_of(world.index()) == "");
      REQUIRE(world.completion() == "");
    }
  }

  TEST_CASE("a run that is killed while it clears up after a killed one loses nothing") {
    if (!can_inject()) return;
    Trial trial("killed clean-ups");
    World world(trial);
    const Counts counts = counts_of(world, "rebuild", 1);
    for (std::size_t i = 0; i < trials(200, 12); ++i) {
      world.turn();
      const std::uint64_t writes = counts.calls[static_cast<std::size_t>(Call::write)];
      const Fault first{Call::write, 1 + trial.below(writes), Deed::kill};
      const Fault second{Call::unlink, 1 + trial.below(12), Deed::kill};
      CAPTURE(describe(first));
      CAPTURE(describe(second));
      for (const Fault& fault : {first, second}) {
        const std::string what = &fault == &second || trial.below(2) == 0 ? "rebuild" : "update";
        const Injected injected = run_with(fault, world.folder(), world.run_of(what));
        ++trial.figures.runs;
        if (injected.was_killed()) ++trial.figures.kills;
      }
      CHECK(world.verdict(0) == "");
      REQUIRE(world.completion() == "");
    }
  }
}
