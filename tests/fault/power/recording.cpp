// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fault/power/recording.h"

#include <fmt/format.h>

#include <filesystem>
#include <utility>

#include "common/index/folder/index_folder.h"

namespace newsline::fault {

Recording::Articles articles_if_any(const std::string& index) {
  if (!current_generation(index)) return std::nullopt;
  return articles_of(index);
}

Recording::Recording(const World& world) : world_(world), before_(world.folder()) {
  states_.push_back(articles_if_any(world.index()));
}

Injected Recording::run(const Fault& fault, const Command& command) {
  const std::string journal = folder_ / fmt::format("journal-{}", steps_.size());
  Injected injected = run_with(fault, world_.folder(), command, journal);
  const std::size_t from = steps_.size();
  for (JournalStep& step : steps_of(journal)) {
    step.handle += from << 32;  // handles begin anew in each run
    steps_.push_back(std::move(step));
  }
  note_commits(from);
  return injected;
}

/// A commit is over with the sync of the folder of the generation in use, a switch with that of the index's.
void Recording::note_commits(std::size_t from) {
  std::map<std::uint64_t, std::string> paths;
  Disk disk = disk_at(from);
  bool has_switched = false;
  for (std::size_t at = from; at < steps_.size(); ++at) {
    const JournalStep& step = steps_[at];
    disk.apply(step);
    if (step.step == Step::open) paths[step.handle] = step.text;
    if (step.step == Step::rename && step.text.ends_with("/XAPIANDB")) has_switched = true;
    if (step.step != Step::sync) continue;
    const std::string& path = paths[step.handle];
    const bool is_switch = path == world_.index() && std::exchange(has_switched, false);
    const bool is_generation = path.starts_with(world_.index() + "/gen-") &&
                               path.find('/', world_.index().size() + 1) == std::string::npos;
    if (!is_switch && !is_generation) continue;
    const std::string now = folder_ / "now";
    std::filesystem::remove_all(now);
    disk.restore(now, [] { return true; });
    commits_.push_back(at);
    states_.push_back(articles_if_any(now + "/index"));
  }
}

std::vector<Recording::Articles> Recording::states_at(std::size_t step) const {
  std::size_t passed = 0;
  while (passed < commits_.size() && commits_[passed] < step) ++passed;
  std::vector<Articles> states = {states_[passed]};
  if (passed + 1 < states_.size()) states.push_back(states_[passed + 1]);
  return states;
}

Disk Recording::disk_at(std::size_t step) const {
  Disk disk = before_;
  for (std::size_t at = 0; at < step; ++at) disk.apply(steps_[at]);
  return disk;
}

}  // namespace newsline::fault
