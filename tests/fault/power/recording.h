// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "tests/fault/power/disk.h"
#include "tests/fault/trial/world.h"

namespace newsline::fault {

/// Runs over the index of a world, as the disk saw them.
class Recording {
 public:
  /// Begins: what lies in the world's folder is on the disk for sure.
  explicit Recording(const World& world);

  /// Adds a run.
  [[nodiscard]] Injected run(const Fault& fault, const Command& command);

  [[nodiscard]] std::size_t size() const { return steps_.size(); }

  /// The states that the index may be in when the power fails before a step: the last one that was made
  /// durable before it, or the one that was about to be.
  using Articles = std::optional<std::map<std::string, std::string>>;  ///< nothing: there is no index
  [[nodiscard]] std::vector<Articles> states_at(std::size_t step) const;

  /// The disk as the power failed before a step.
  [[nodiscard]] Disk disk_at(std::size_t step) const;

 private:
  void note_commits(std::size_t from);

  const World& world_;
  TemporaryFolder folder_;
  Disk before_;
  std::vector<JournalStep> steps_;
  std::vector<std::size_t> commits_;  ///< steps that made something durable
  std::vector<Articles> states_;      ///< at first, and behind each of those
};

/// The articles of an index, or nothing where there is none. Throws Error.
[[nodiscard]] Recording::Articles articles_if_any(const std::string& index);

}  // namespace newsline::fault
