// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace newsline {

/// The words by which lines of a page are told that are not text, in the ten languages that the pages come
/// in. All questions are asked of a text as it stands in the page; it is compared folded (see fold.h).
namespace page_words {

/// The heading of the list of other news below an article, such as `news line`.
[[nodiscard]] bool is_news_line(std::string_view line);

/// False where no such heading begins the line: a quick first look.
[[nodiscard]] bool may_begin_news_line(std::string_view line);

/// A whole line that only invites to share, print, subscribe or read on.
[[nodiscard]] bool is_invitation(std::string_view line);

/// False where no part of such a line, nor the name of a network, begins this one: a quick first look.
[[nodiscard]] bool may_begin_invitation(std::string_view line);

/// The name of a network to share on, which stands in lists of its kind.
[[nodiscard]] bool is_network(std::string_view word);

/// The whole label of a line of tags, without its colon.
[[nodiscard]] bool is_tag_label(std::string_view label);

/// A word that says of a number that it counts readers.
[[nodiscard]] bool is_counter(std::string_view word);

/// A word that stands beside a date and says nothing else: a day of the week, `published`, `at`.
[[nodiscard]] bool is_beside_date(std::string_view word);

}  // namespace page_words

}  // namespace newsline
