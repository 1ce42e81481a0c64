// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>

namespace newsline::fault {

/// A line of JSON: the article https://example.org/ID.
[[nodiscard]] std::string record(int id, int version);

/// Files by their names in a source.
using Files = std::map<std::string, std::string>;

/// Two states of one source: between them articles come, change and go in files that stay, come and go; one
/// is held by two files. In a file the articles stand in the order of their ids, but for one
/// that no change touches.
[[nodiscard]] Files files_of_state(int state);

/// Makes a folder hold these files and no others. What is equal stays untouched.
void write_files(const std::string& folder, const Files& files);

}  // namespace newsline::fault
