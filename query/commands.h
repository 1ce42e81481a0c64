// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

#include "common/console/environment.h"
#include "query/options.h"
#include "query/render/renderer.h"

namespace newsline {

/// Does what the options say; gives the exit code. `today` is what `since:7d` counts from.
/// Throws Error. A question with a mistake is no Error: it is shown with its place, and the code is 2.
[[nodiscard]] int run_command(const Options& options, const Environment& environment,
                              std::chrono::sys_days today, Look& look);

}  // namespace newsline
