// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include "common/index/refresh/run.h"
#include "common/index/update.h"

namespace newsline {

/// Builds a generation beside the one in use from the sources of the task, in parallel, and publishes it. One
/// that was stopped early is published only where there was none before. Under the write lock; the task's
/// fields about writing are set here. `articles`: as many as are expected at least.
RunReport build_generation(const UpdateRequest& request, Run::Task task, std::uint64_t articles,
                           RunObserver& observer);

}  // namespace newsline
