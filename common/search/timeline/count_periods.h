// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include "common/index/glass/snapshot.h"
#include "common/search/timeline/timeline.h"

/// For the files of common/search only: this header mentions Xapian.
namespace newsline {

/// As Archive::timeline().
[[nodiscard]] Timeline timeline(const TimelineRequest& request, const Snapshot& database);

}  // namespace newsline
