// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/article/file/walk.h"
#include "common/article/rejection.h"

namespace newsline {

/// What the index knows of a file that a run has read.
struct FileEntry {
  FoundFile file;                          ///< as it was before it was read
  std::string source;                      ///< path of the source to which it belongs
  std::string hash;                        ///< of its content
  std::int64_t read_ns = 0;                ///< when the reading began, since 1970
  std::uint64_t articles = 0;              ///< records that were articles
  std::uint64_t rejections = 0;            ///< and those that were not
  std::vector<Rejection> kept_rejections;  ///< the first kKeptRejections of them
  bool complete = false;                   ///< false: the next run reads it, whatever else stands here

  bool operator==(const FileEntry&) const = default;
};

inline constexpr std::size_t kKeptRejections = 20;

/// An entry as the bytes that the metadata holds (FORMAT.md). Read 20,000 times in every run, so that it is
/// no JSON: that took half of a run in which nothing had changed.
[[nodiscard]] std::string encode(const FileEntry& entry);

/// The reverse; nothing for bytes that encode() cannot have made.
[[nodiscard]] std::optional<FileEntry> decode_file_entry(std::string_view bytes);

}  // namespace newsline
