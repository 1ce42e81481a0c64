// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>

#include "common/console/output.h"

namespace newsline {

/// Writes a file that appears, whole and on the disk, at the end: until then, and after an exception, what
/// was there before stays. Where the name is a link, what it leads to is replaced; a pipe or a device is
/// written to as it is. Throws Error{cannot_write}, and what `write` throws.
void write_whole_file(const std::string& path, const std::function<void(Output&)>& write);

}  // namespace newsline
