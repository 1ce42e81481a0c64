// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace newsline::html {

/// A tag as it stands in a page's source.
struct TagSource {
  struct Attribute {
    std::string_view name;   ///< as written
    std::string_view value;  ///< as written, without its quotes
  };

  std::string name;  ///< in lower case
  bool is_end = false;
  bool closes_itself = false;         ///< `/>`
  std::vector<Attribute> attributes;  ///< the first ones; a page has no use for more
};

/// Reads the tag that starts at `offset` (`<` and a letter, or `</` and a letter). Gives the offset behind
/// it; std::string_view::npos where the page ends inside it. Linear in the tag.
[[nodiscard]] std::size_t read_tag(std::string_view page, std::size_t offset, TagSource& tag);

/// Whether two texts are the same but for the case of ASCII letters.
[[nodiscard]] bool equal_any_case(std::string_view left, std::string_view right);

}  // namespace newsline::html
