// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <thread>
#include <utility>

#include "common/error.h"
#include "indexer/stop_signal.h"
#include "indexer/tell/log.h"

namespace newsline {

/// Does `work`, and as long as that ends with Error{busy}, for so long at most, does it again; a signal that
/// asks the program to stop ends the waiting, too. The last Error{busy} goes to the caller. That it waits,
/// and for whom, is told once.
template <typename Work>
auto with_patience(std::chrono::seconds wait, Log& log, Work&& work) -> decltype(work()) {
  constexpr auto kBetweenAttempts = std::chrono::milliseconds(100);
  const auto deadline = std::chrono::steady_clock::now() + wait;
  bool is_told = false;
  while (true) {
    try {
      return std::forward<Work>(work)();
    } catch (const Error& error) {
      const bool is_over = std::chrono::steady_clock::now() >= deadline || stop_signal() != 0;
      if (error.kind() != ErrorKind::busy || is_over) throw;
      if (!std::exchange(is_told, true)) log.waiting(error);
    }
    std::this_thread::sleep_for(kBetweenAttempts);
  }
}

}  // namespace newsline
