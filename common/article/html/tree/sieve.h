// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace newsline::html {

/// Limits that keep any page harmless: the tree builder's work grows with depth times tags.
inline constexpr std::size_t kMaxDepth = 256;  ///< of elements that may nest; deeper tags are left out
inline constexpr std::size_t kMaxTags = 1'000'000;
inline constexpr std::size_t kMaxAttributeBytes = 16u << 10;  ///< longer values are left out

/// The part of a page's source that can matter to a reader.
struct SievedPage {
  std::string source;                     ///< HTML, a little larger than the page at most
  std::vector<std::string_view> json_ld;  ///< the scripts of type application/ld+json; views of the page
};

/// Takes out of the source of a page what is never text of an article (scripts, styles, comments, drawings,
/// menus of forms, most attributes) and what could make the tree builder work beyond reason: tags nested too
/// deep, huge attributes, and the tags that only change the look, which become `<span>`. Nothing where the
/// page has more than kMaxTags tags. Tags are told as HTML's tokenizer does (WHATWG HTML, 13.2.5). Linear.
/// Precondition: `page` is mend()ed.
[[nodiscard]] std::optional<SievedPage> sieve(std::string_view page);

}  // namespace newsline::html
