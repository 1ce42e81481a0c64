// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/search/count/filter.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace newsline {

QueryNode filtered(const Request& request) {
  if (request.tags.empty()) return request.query;
  std::vector<QueryNode> tags;
  for (const std::string& tag : request.tags) tags.push_back({Named{NameField::tag, tag}, {}});
  std::vector<QueryNode> parts = {request.query};
  if (request.any_tag) {
    parts.push_back({AnyOf{std::move(tags)}, {}});
  } else {
    for (QueryNode& tag : tags) parts.push_back(std::move(tag));
  }
  return {AllOf{std::move(parts)}, {}};
}

bool is_counted_sideways(const Request& request) {
  const auto is_of_tags = [](const FacetRequest& facet) { return facet.field == FacetField::tag; };
  return request.sideways && !request.tags.empty() &&
         std::any_of(request.facets.begin(), request.facets.end(), is_of_tags);
}

}  // namespace newsline
