// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "tests/fault/trial/figures.h"
#include "tests/support/process.h"

namespace newsline::fault {

/// Processes that search an index all the while; see the Reader in worker.cpp for what they take for wrong.
class Readers {
 public:
  /// Of an index that has at least so many articles in every state.
  Readers(const std::string& index, int count, int least_articles, bool versioned = false);

  /// Stops them, adds what they saw to the figures and returns what they complain of.
  [[nodiscard]] std::string stop(Figures& figures);

 private:
  std::vector<std::unique_ptr<Process>> processes_;
};

}  // namespace newsline::fault
