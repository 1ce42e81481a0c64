// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "common/search/archive.h"

namespace newsline {

/// What `status` prints for people: a line or more a figure.
[[nodiscard]] std::string status_text(const ArchiveStatus& status);

/// What `status --json` prints: one object on one line. Its first member, `newsline_status`, is the version
/// of this form (1); a version only ever gains members. Paths that are not UTF-8 stand as in path_as_text().
[[nodiscard]] std::string status_json(const ArchiveStatus& status);

}  // namespace newsline
