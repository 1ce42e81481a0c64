// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "common/article/html/tree/document.h"

namespace newsline::html {

/// What the names that an author of pages gave to an element say of it. They are hints: any may be wrong.
enum class Hint : std::uint16_t {
  content = 1 << 0,    ///< `article`, `story`, `entry`
  body = 1 << 1,       ///< `article-body`, `entry-content`: the text without its furniture
  furniture = 1 << 2,  ///< `share`, `related`, `sidebar`
  comments = 1 << 3,
  byline = 1 << 4,
  date = 1 << 5,
  caption = 1 << 6,
  title = 1 << 7,
  hidden = 1 << 8,  ///< not shown, whatever it is
  tags = 1 << 9,
  boxed = 1 << 10  ///< `media`, `widget`, `tools`: seldom text, and worth less
};

/// A set of hints.
class Hints {
 public:
  [[nodiscard]] bool has(Hint hint) const { return (bits_ & static_cast<std::uint16_t>(hint)) != 0; }
  void add(Hint hint) { bits_ = static_cast<std::uint16_t>(bits_ | static_cast<std::uint16_t>(hint)); }

 private:
  std::uint16_t bits_ = 0;
};

/// The hints that a text of names (`class`, `id`, `role` ...) gives; names are taken apart at what is no
/// letter and before capitals.
[[nodiscard]] Hints hints_in(std::string_view names);

/// The hints of every node of a page, by its index; a text has none. Linear.
[[nodiscard]] std::vector<Hints> hints_of(const Document& document);

}  // namespace newsline::html
