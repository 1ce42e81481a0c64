// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>

#include "common/search/snippet/occurrences.h"

namespace newsline {

/// The smallest part of a text that shows as much as any part of `max_bytes` can: by distinct items first,
/// then by the sum of their weights (to a thousandth), then the earliest. `occurrences` are as occurrences()
/// gives them, one at least, each at most `max_bytes` long. Sorts them once; otherwise linear.
[[nodiscard]] Span densest_part(std::span<const Occurrence> occurrences, const Wanted& wanted,
                                std::size_t max_bytes);

}  // namespace newsline
