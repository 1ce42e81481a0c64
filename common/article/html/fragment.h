// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace newsline::html {

/// The text of a piece of HTML that is an article's own, as feeds and agencies carry it: all of it but
/// captions, paragraph by paragraph, as body_text() lays it out. Empty where it has more than kMaxTags tags.
/// Precondition: `markup` is mend()ed. Linear.
[[nodiscard]] std::string text_of_fragment(std::string_view markup);

/// The same of text without markup: paragraphs are parted by blank lines, or where there are none by line
/// ends.
[[nodiscard]] std::string text_of_plain(std::string_view plain);

}  // namespace newsline::html
