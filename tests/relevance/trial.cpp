// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/relevance/trial.h"

#include <chrono>
#include <optional>
#include <utility>
#include <variant>
#include <vector>

#include "common/index/update.h"
#include "common/search/query/parse_query.h"

namespace newsline::relevance {
namespace {

/// Rejected documents are not found, which the scores tell.
class Unheard : public RunObserver {
 public:
  void rejected(const Rejection& /*rejection*/) override {}
  void progress(const RunReport& /*so_far*/, std::uint64_t /*files*/, const std::string& /*path*/) override {}
};

std::optional<Request> request_of(const std::string& text, Asking asking, Matching matching) {
  ParseOptions options;
  options.match = asking == Asking::plain_any ? MatchMode::any : MatchMode::all;
  auto read = asking == Asking::plain_any ? plain_query(text, options) : parse_query(text, options);
  auto* const query = std::get_if<QueryNode>(&read);
  if (query == nullptr) return std::nullopt;
  Request request;
  request.query = std::move(*query);
  request.matching = matching;
  return request;
}

/// Milliseconds for what a user waits for.
double time_first_page(Archive& archive, const std::string& text, Asking asking, Matching matching) {
  const auto start = std::chrono::steady_clock::now();
  if (const auto request = request_of(text, asking, matching)) static_cast<void>(archive.search(*request));
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
}

}  // namespace

std::uint64_t make_index(const Collection& collection, const std::string& folder) {
  Unheard observer;
  return update({.index = folder, .sources = collection.sources()}, observer).articles_total;
}

Answers ask_all(const Collection& collection, Archive& archive, Asking asking, Matching matching) {
  Answers answers;
  std::vector<double> times;
  for (const JudgedQuery& query : collection.queries()) {
    auto request = request_of(query.text, asking, matching);
    if (!request) {
      answers.refused.push_back(query.id);
      continue;
    }
    request->limit = kRunDepth;
    request->snippets = false;
    std::vector<std::string>& ranked = answers.run[query.id];
    for (const Hit& hit : archive.search(*request).hits) {
      ranked.push_back(collection.document_of(hit.id, hit.path));
    }
    times.push_back(time_first_page(archive, query.text, asking, matching));
  }
  answers.median_ms = median(std::move(times));
  return answers;
}

}  // namespace newsline::relevance
