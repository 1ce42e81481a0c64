// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace newsline::stories {

/// Makes an index of this file in a folder that does not exist. Throws Error.
void build(const std::string& file, const std::string& index);

/// Processor seconds of this process so far.
[[nodiscard]] double processor_seconds();

/// Prints the seconds that these programs take in turns to build an index of the file, by `--build FILE`.
void compare_times(const std::string& with, const std::string& without, const std::string& file);

}  // namespace newsline::stories
