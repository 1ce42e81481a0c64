// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/search/query/join_nodes.h"

#include <algorithm>

namespace newsline {
namespace {

bool is_filter(const QueryNode& node);

struct FilterTest {
  bool operator()(const Named& /*name*/) const { return true; }
  bool operator()(const DayRange& /*days*/) const { return true; }
  bool operator()(const ReadsRange& /*reads*/) const { return true; }
  bool operator()(const NoneOf& /*none*/) const { return true; }
  bool operator()(const AllOf& all) const { return std::ranges::all_of(all.parts, is_filter); }
  bool operator()(const AnyOf& any) const { return std::ranges::all_of(any.parts, is_filter); }
  template <typename Other>
  bool operator()(const Other& /*words*/) const {
    return false;
  }
};

bool is_filter(const QueryNode& node) { return std::visit(FilterTest{}, node.meaning); }

}  // namespace

QueryNode loosely_joined(std::vector<QueryNode> parts) {
  const Span where = across(parts);
  std::vector<QueryNode> optional;
  std::vector<QueryNode> required;
  for (QueryNode& part : parts) (is_filter(part) ? required : optional).push_back(std::move(part));
  if (optional.empty()) return joined<AllOf>(std::move(required));
  QueryNode any = joined<AnyOf>(std::move(optional));
  if (required.empty()) return any;
  required.insert(required.begin(), std::move(any));
  return QueryNode{AllOf{std::move(required)}, where};
}

}  // namespace newsline
