// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

namespace newsline {

/// Bytes that the files in a folder take, not those in folders below. Throws std::system_error.
[[nodiscard]] std::uint64_t size_of_files(const std::string& folder);

/// Throws Error{cannot_write} that names both figures if fewer bytes than these are free for us on the disk
/// of a folder. A file system that does not know is taken to have room.
void require_space(const std::string& folder, std::uint64_t bytes);

}  // namespace newsline
