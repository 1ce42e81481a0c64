// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cerrno>
#include <csignal>
#include <cstdint>
#include <string>
#include <vector>

#include "tests/fault/shim/plan.h"
#include "tests/support/process.h"

namespace newsline::fault {

/// A fault to come.
struct Fault {
  Call call = Call::open;
  std::uint64_t at = 0;
  Deed deed = Deed::nothing;
  int error_number = EIO;
  std::string other{};
};

/// Such as `kill at fsync 3`.
[[nodiscard]] std::string describe(const Fault& fault);

/// How a run went.
struct Injected {
  Outcome outcome;
  Counts counts;

  [[nodiscard]] std::uint64_t calls(Call call) const { return counts.calls[static_cast<std::size_t>(call)]; }
  [[nodiscard]] bool was_killed() const { return outcome.signal == SIGKILL; }
};

/// Whether faults can be injected into programs of this build: not under every sanitizer.
[[nodiscard]] bool can_inject();

/// The command that runs the worker of the suite, see worker.cpp; or a program under the shim.
[[nodiscard]] Command worker(std::vector<std::string> arguments);

/// Runs a command with a fault in `root`. Where `journal` is not empty, what was done there is appended to
/// it.
[[nodiscard]] Injected run_with(const Fault& fault, const std::string& root, Command command,
                                const std::string& journal = {});

}  // namespace newsline::fault
