// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/oracle/asking.h"

#include <algorithm>

namespace newsline::oracle {

Request whole(const QueryNode& query, SortOrder sort) {
  Request request;
  request.query = query;
  request.sort = sort;
  request.limit = kAll;
  request.snippets = false;
  request.relax = false;
  return request;
}

Ids ids_of(const Page& page) {
  Ids all;
  for (const Hit& hit : page.hits) all.push_back(hit.id);
  return all;
}

Ids in_order(Ids ids) {
  std::sort(ids.begin(), ids.end());
  return ids;
}

Ids answer(Archive& archive, const QueryNode& query) {
  return in_order(ids_of(archive.search(whole(query))));
}

Scores scores(Archive& archive, const QueryNode& query) {
  Scores all;
  for (const Hit& hit : archive.search(whole(query, SortOrder::relevance)).hits) all[hit.id] = hit.score;
  return all;
}

std::string text_of(const std::vector<FacetCount>& counts) {
  std::string text;
  for (const FacetCount& count : counts) text += count.value + '=' + std::to_string(count.count) + '\n';
  return text;
}

}  // namespace newsline::oracle
