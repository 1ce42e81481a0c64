// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

#include "common/article/feed/facts.h"
#include "common/article/reader.h"

namespace newsline::feed {

/// The article in an entry of a feed (an `item` of RSS or an `entry` of Atom); a rejection where it has
/// neither title nor text. `now` is what dates are held against.
[[nodiscard]] Reading article_of(const xml::Tree& entry, const FeedFacts& facts, const ReadContext& context,
                                 std::chrono::sys_seconds now);

}  // namespace newsline::feed
