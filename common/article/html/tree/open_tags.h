// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace newsline::html {

/// Counts how deep a tree builder may stand in a page: an upper bound, within a small factor, whatever the
/// page does with its end tags. Elements that HTML closes by itself (p, li, td ...) nest only with others
/// between them and are not counted.
class OpenTags {
 public:
  /// Whether a start tag of this name may still be opened; it then is.
  [[nodiscard]] bool open(std::string_view name);

  /// An end tag. What it closes is what HTML's rules would close at most (13.2.6.4.7): nothing beyond a table
  /// or a button, nothing beyond a block for an inline name.
  void close(std::string_view name);

 private:
  struct Entry {
    std::string name;
    bool is_barrier = false;
    bool is_special = false;
  };
  std::vector<Entry> entries_;
};

}  // namespace newsline::html
