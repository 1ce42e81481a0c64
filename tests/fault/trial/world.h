// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <string>

#include "tests/fault/trial/content.h"
#include "tests/fault/trial/figures.h"
#include "tests/fault/trial/injection.h"
#include "tests/fault/trial/sources.h"
#include "tests/support/temporary_folder.h"

namespace newsline::fault {

/// An index over a source that goes to and fro between two states, and what undisturbed indexes of them are.
class World {
 public:
  /// The source is in state 0 and indexed.
  explicit World(Trial& trial);

  [[nodiscard]] const std::string& folder() const { return folder_.path(); }
  [[nodiscard]] std::string index() const { return folder_ / "index"; }
  [[nodiscard]] std::string source() const { return folder_ / "in"; }
  [[nodiscard]] const Content& golden(int state) const { return golden_.at(static_cast<std::size_t>(state)); }
  [[nodiscard]] int state() const { return state_; }

  /// The source goes into its other state.
  void turn();

  /// A command of the worker: `update` or `rebuild`, with batches of so many bytes.
  [[nodiscard]] Command run_of(const std::string& what, std::size_t batch_bytes = 1) const;

  /// How many articles are in both states.
  [[nodiscard]] int steady_articles() const;

  /// After a fault in a run that was to bring the index from the state before into this one: the index must
  /// be whole, and each article that of one of the states. Counts the documents that were acknowledged, and
  /// of these the lost: those that are in both states and not here, and as many of the new ones, in their
  /// order, as there were commits. Returns what is wrong.
  /// A run that `failed`, by saying so, may leave lists of free blocks broken, which nobody reads who does
  /// not write: then completion() wants to see the index repaired.
  [[nodiscard]] std::string verdict(std::uint64_t acknowledged, bool failed = false);

  /// Runs an update that nothing disturbs; returns what is then not as it must be.
  [[nodiscard]] std::string completion();

 private:
  [[nodiscard]] std::string lost_articles(const std::map<std::string, std::string>& now,
                                          std::uint64_t acknowledged) const;

  Trial& trial_;
  TemporaryFolder folder_;
  std::array<Content, 2> golden_;
  int state_ = 0;
  bool may_repair_ = false;
  bool needs_repair_ = false;
};

/// How many documents a run has acknowledged for sure: with batches of one byte an update commits each by
/// itself. The first sync of the generation's folder is no commit: it comes before all of them.
[[nodiscard]] std::uint64_t acknowledged_by(const Injected& injected, const std::string& what,
                                            std::size_t batch_bytes);

/// What a full check of an index finds; nothing if it is whole.
[[nodiscard]] std::string problems_of(const std::string& index);

/// The unfinished files in an index's folder and its generations, and the generations but two.
[[nodiscard]] std::string leftovers_of(const std::string& index);

}  // namespace newsline::fault
