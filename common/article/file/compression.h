// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "common/article/file/byte_source.h"
#include "common/article/file/gzip_bytes.h"
#include "common/article/file/unpacking_limit.h"

namespace newsline {

/// Bytes without the compressions around them.
struct Decompressed {
  std::unique_ptr<ByteSource> bytes;
  GzipBytes* gzip = nullptr;  ///< the innermost compression, where that is gz; part of `bytes`
  std::vector<std::string_view> compressions{};  ///< `gz` and the like, from the outside to the inside
};

/// Undoes gz, zst, xz, bz2 and lz4, told by their first bytes, one within the other up to kMostNested. `path`
/// is for messages. Throws Error{data} where the start cannot be read or there are more.
[[nodiscard]] Decompressed decompressed(std::unique_ptr<ByteSource> bytes, const std::string& path,
                                        UnpackingLimit& limit);

}  // namespace newsline
