// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/search/query/cursor.h"

#include <fmt/format.h>

namespace newsline {

bool QueryCursor::enter(Span where) {
  if (++depth_ <= kMaxQueryDepth) return true;
  fail(where, fmt::format("brackets and NOT stand more than {} deep", kMaxQueryDepth),
       "ask a simpler question");
  return false;
}

Parsed QueryCursor::leaf(std::variant<QueryNode, Mistake> made, Span where) {
  if (auto* const mistake = std::get_if<Mistake>(&made)) {
    return fail(mistake->where, std::move(mistake->message), std::move(mistake->hint));
  }
  QueryNode& node = std::get<QueryNode>(made);
  const auto* const words = std::get_if<Words>(&node.meaning);
  leaves_ += words == nullptr ? 1 : words->forms.size();
  if (leaves_ > kMaxQueryLeaves) {
    return fail(where, fmt::format("the question asks for more than {} words and names", kMaxQueryLeaves),
                "ask for fewer");
  }
  node.where = where;
  return std::move(node);
}

}  // namespace newsline
