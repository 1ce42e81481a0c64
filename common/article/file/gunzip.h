// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace newsline {

/// Bytes that come in blocks, from a file or from what decompresses it.
class Blocks {
 public:
  virtual ~Blocks() = default;

  /// The next block, which lives until the next call; empty at the end. Throws Error{data} where there should
  /// be one.
  [[nodiscard]] virtual std::string_view next() = 0;
};

/// A file as it lies on disk.
[[nodiscard]] std::unique_ptr<Blocks> file_blocks(const std::string& path);

/// The blocks of a file without the gzip around them (RFC 1952, any number of members), and how often it was
/// undone, at most `most` times; told by content. Lengths and checksums are verified as the data comes, which
/// libarchive's filter for gzip does not do; what follows the last member must be zeros.
struct Gunzipped {
  std::unique_ptr<Blocks> blocks;
  int times = 0;
};
[[nodiscard]] Gunzipped gunzipped(const std::string& path, int most);

}  // namespace newsline
