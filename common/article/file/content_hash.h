// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace newsline {

/// XXH3, 128 bits (xxhash.com), as 32 lower-case hexadecimal digits: tells changed content from unchanged.
/// Not a cryptographic hash.
[[nodiscard]] std::string content_hash(std::string_view bytes);

/// XXH3, 64 bits.
[[nodiscard]] std::uint64_t short_hash(std::string_view bytes);

/// content_hash() of a file's bytes as they lie on disk. Throws UnreadableFile.
[[nodiscard]] std::string content_hash_of_file(const std::string& path);

}  // namespace newsline
