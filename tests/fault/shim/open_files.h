// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

namespace newsline::fault {

/// Remembers that a file of the folder was opened under this number; returns its handle.
std::uint64_t note_open(int file);
void note_close(int file);

/// The handle of an open file; 0 if it is none of the folder's.
[[nodiscard]] std::uint64_t handle_of(int file);

/// `path` as it is seen from the folder that is open as `folder`, or AT_FDCWD.
[[nodiscard]] std::string whole_path(int folder, const char* path);

/// Where the open file lies now.
[[nodiscard]] std::string path_of(int file);

}  // namespace newsline::fault
