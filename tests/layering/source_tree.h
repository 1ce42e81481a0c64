// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace newsline::layering {

/// The sources of a tree: path below its root, with `/`, to content. The real one, or one made for a test.
using SourceTree = std::map<std::string, std::string>;

/// Headers, C++ sources and CMakeLists.txt of this project, and its two shell scripts.
[[nodiscard]] SourceTree read_source_tree(const std::string& root);

struct Include {
  std::string path;
  bool angled = false;   ///< `<...>`, not `"..."`
  std::size_t line = 0;  ///< from 1
};
[[nodiscard]] std::vector<Include> includes_of(std::string_view source);

/// A C++ source in which comments are blank; line ends stay.
[[nodiscard]] std::string without_comments(std::string_view source);

/// In which string and character literals are blank, too.
[[nodiscard]] std::string without_comments_and_literals(std::string_view source);

struct Identifier {
  std::string_view name;
  std::size_t line = 0;
};
/// The identifiers and keywords of a text without comments and literals, in order.
[[nodiscard]] std::vector<Identifier> identifiers_of(std::string_view code);

/// The folder of a path, such as `common/text`; empty for a file of the root.
[[nodiscard]] std::string_view folder_of(std::string_view path);

[[nodiscard]] bool is_cpp_source(std::string_view path);

}  // namespace newsline::layering
