// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "common/search/archive.h"

/// What the oracle's tests ask an archive.
namespace newsline::oracle {

using Ids = std::vector<std::string>;
inline constexpr std::size_t kAll = 1000000;

/// A request for all hits, without snippets, never relaxed.
[[nodiscard]] Request whole(const QueryNode& query, SortOrder sort = SortOrder::newest);

[[nodiscard]] Ids ids_of(const Page& page);
[[nodiscard]] Ids in_order(Ids ids);

/// The ids of all hits, in byte order.
[[nodiscard]] Ids answer(Archive& archive, const QueryNode& query);

/// Scores by id.
using Scores = std::map<std::string, double>;
[[nodiscard]] Scores scores(Archive& archive, const QueryNode& query);

/// Counts as lines of text, to be compared and shown.
[[nodiscard]] std::string text_of(const std::vector<FacetCount>& counts);

}  // namespace newsline::oracle
