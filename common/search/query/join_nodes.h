// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <utility>
#include <vector>

#include "common/search/query/tree.h"

namespace newsline {

/// From the first part to the last; at least one.
[[nodiscard]] inline Span across(const std::vector<QueryNode>& parts) {
  return {parts.front().where.begin, parts.back().where.end};
}

/// AllOf or AnyOf of the parts; a single part stands for itself.
template <typename Operator>
[[nodiscard]] QueryNode joined(std::vector<QueryNode> parts) {
  if (parts.size() == 1) return std::move(parts.front());
  const Span where = across(parts);
  return QueryNode{Operator{std::move(parts)}, where};
}

/// MatchMode::any: one of the words is enough, while what only filters (names, ranges, what is excluded, and
/// groups of nothing else) stays required.
[[nodiscard]] QueryNode loosely_joined(std::vector<QueryNode> parts);

}  // namespace newsline
