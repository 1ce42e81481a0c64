// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "common/article/rejection.h"

namespace newsline {

/// A file that the walk found, and what tells a changed one from an unchanged one without reading it.
struct FoundFile {
  std::string path;  ///< absolute, without `.`, `..` and doubled slashes
  std::uint64_t size_bytes = 0;
  std::int64_t modified_ns = 0;  ///< since 1970
  std::uint64_t inode = 0;
  std::int64_t changed_ns = 0;  ///< when content or inode last changed, since 1970: nobody can set it

  bool operator==(const FoundFile&) const = default;
};

/// What lies under a source.
struct Walk {
  std::vector<FoundFile> files;       ///< in byte order of their paths
  std::vector<Rejection> rejections;  ///< folders that could not be read, and the like
};

/// The regular files under `source`, a file or a folder, at any depth. A source that is a file is taken
/// whatever its name; in folders, hidden files (`.x`) and backup files (`x~`, `#x#`, `x.bak`, `x.tmp`,
/// `x.swp`) are passed over, as are sockets, pipes and devices. A symbolic link is followed only where it is
/// the source itself: what a link leads to inside the source is found under its own path, and what lies
/// outside is not the source's. Throws Error{usage} if `source` does not exist, Error{data} if it cannot be
/// read at all. Cost: one directory read and one stat an entry.
[[nodiscard]] Walk walk(const std::string& source);

/// The same for sources that hold more files than memory does: gives each to `take` as it is found, in no
/// order, and returns the rejections.
[[nodiscard]] std::vector<Rejection> walk_files(const std::string& source,
                                                const std::function<void(FoundFile)>& take);

/// Whether a walk passes over a file or folder of this name.
[[nodiscard]] bool is_hidden_or_backup(std::string_view name);

/// `path` made absolute against the current folder, and lexically normal; symbolic links are not resolved.
[[nodiscard]] std::string absolute_path(const std::string& path);

/// A path as it stands in an article: Article::path and what is made of it. Paths are bytes, articles are
/// text: in a path with ill-formed UTF-8 or control characters, those and `%` are written as `%` and two
/// hexadecimal digits a byte. Other paths stay as they are.
[[nodiscard]] std::string path_as_text(std::string_view path);

/// The name that articles of this source get where they name none: its last component without the endings of
/// formats and compression
/// (`/srv/agency.jsonl.gz` is agency).
[[nodiscard]] std::string source_name(const std::string& source);

}  // namespace newsline
