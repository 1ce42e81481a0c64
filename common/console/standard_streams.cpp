// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/console/standard_streams.h"

#include <fcntl.h>
#include <unistd.h>

#include <csignal>

namespace newsline {

void secure_standard_streams() {
  for (int descriptor = STDIN_FILENO; descriptor <= STDERR_FILENO; ++descriptor) {
    if (fcntl(descriptor, F_GETFD) >= 0) continue;
    // open() takes the lowest number that is free, which is this one.
    [[maybe_unused]] const int taken = open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY);
  }
  std::signal(SIGPIPE, SIG_IGN);
}

}  // namespace newsline
