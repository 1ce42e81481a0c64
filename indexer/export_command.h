// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "common/console/output.h"
#include "common/search/archive.h"

namespace newsline {

/// Writes every article as a line of to_json(), by id in byte order; ends early where nobody reads on.
void export_articles(Archive& archive, Output& output);

/// The same into a file that appears, whole and on the disk, at the end: until then, and after an exception,
/// what was there before stays. A pipe or a device is written to as it is. Throws Error{cannot_write}.
void export_articles(Archive& archive, const std::string& file);

}  // namespace newsline
