// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/stop_signal.h"

#include <csignal>
#include <initializer_list>

namespace newsline {
namespace {

/// The one thing that a signal's handler can do safely is to set such a variable.
volatile sig_atomic_t noted_signal = 0;

void note(int number) { noted_signal = number; }

}  // namespace

void note_stop_signals() {
  for (const int number : {SIGINT, SIGTERM}) {
    struct sigaction former {};
    sigaction(number, nullptr, &former);
    if (former.sa_handler == SIG_IGN) continue;
    struct sigaction action {};
    action.sa_handler = note;
    sigemptyset(&action.sa_mask);
    action.sa_flags = static_cast<int>(SA_RESETHAND | static_cast<unsigned>(SA_RESTART));
    sigaction(number, &action, nullptr);
  }
}

int stop_signal() noexcept { return noted_signal; }

}  // namespace newsline
