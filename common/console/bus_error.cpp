// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/console/bus_error.h"

#include <unistd.h>

#include <csignal>
#include <cstring>

namespace newsline {
namespace {

const char* the_program = "newsline";
void (*the_end)() = nullptr;

void write_to_standard_error(const char* text) {
  [[maybe_unused]] const ssize_t ignored = write(STDERR_FILENO, text, std::strlen(text));
}

/// Only calls that are safe in a handler.
extern "C" void end_with_a_sentence(int /*signal*/) {
  write_to_standard_error(the_program);
  write_to_standard_error(
      ": cannot go on: the disk does not give what lies on it\n"
      "  what was committed before is kept; look at the disk, then: newsline-index check\n");
  the_end();
}

}  // namespace

void tell_before_bus_error(const char* program, void (*end)()) {
  the_program = program;
  the_end = end;
  struct sigaction action {};
  action.sa_handler = end_with_a_sentence;
  sigaction(SIGBUS, &action, nullptr);
}

}  // namespace newsline
