// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/search/suggest/candidates.h"

#include <algorithm>
#include <chrono>
#include <cmath>

#include "common/index/document/terms.h"
#include "common/index/document/values.h"
#include "common/index/glass/posting_list.h"
#include "common/index/glass/term_list.h"
#include "common/index/schema.h"
#include "common/search/answer/embargo.h"
#include "common/search/suggest/suggest.h"

namespace newsline {
namespace {

constexpr std::size_t kNewest = 100;
constexpr int kMostDays = 60;

/// So many times more candidates than are wanted are looked at closely.
constexpr std::size_t kCloserLook = 2;

/// A term of this length may have been cut.
constexpr std::size_t kMaybeCutBytes = schema::kMaxTermBytes - 3;

}  // namespace

double merit(double articles, double of_the_newest) {
  return std::log(1 + articles) + std::log(1 + of_the_newest);
}

NewestArticles::NewestArticles(const Snapshot& database)
    : database_(database), hidden_(hidden_documents(database, std::nullopt)) {
  const auto last = day_of_value(database.get_value_upper_bound(schema::slot::kDay));
  if (!last) return;
  for (int days = 0; days < kMostDays && documents_.size() < kNewest; ++days) {
    const std::string term = day_term(*last - std::chrono::days(days));
    for (PostingList list(term, database); list.document() != PostingList::kEnd; list.next()) {
      if (documents_.size() == kNewest) break;
      if (!std::ranges::binary_search(hidden_, list.document())) documents_.push_back(list.document());
    }
  }
  std::sort(documents_.begin(), documents_.end());
}

std::size_t NewestArticles::count(const std::string& term) const {
  return count_among(documents_, term, database_);
}

std::size_t NewestArticles::count_hidden(const std::string& term) const {
  return hidden_.empty() ? 0 : count_among(hidden_, term, database_);
}

std::vector<Candidate> best_terms(const std::string& start,
                                  const std::function<bool(std::string_view)>& is_wanted, std::size_t limit,
                                  const NewestArticles& newest, const Snapshot& database) {
  std::vector<Candidate> found;
  std::size_t scanned = 0;
  for (TermList terms(start, database); !terms.is_at_end() && scanned < kMaxScannedTerms; terms.next()) {
    ++scanned;
    std::string name = terms.term();
    if (name.size() >= kMaybeCutBytes || !is_wanted(name)) continue;
    const Xapian::doccount articles = terms.frequency();
    if (articles > newest.hidden() || articles > newest.count_hidden(name))
      found.push_back({std::move(name), articles, 0});
  }
  const auto is_commoner = [](const Candidate& a, const Candidate& b) {
    return a.articles != b.articles ? a.articles > b.articles : a.term < b.term;
  };
  const std::size_t closer = std::min(found.size(), kCloserLook * limit);
  std::partial_sort(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(closer), found.end(),
                    is_commoner);
  found.resize(closer);
  for (Candidate& each : found) {
    each.articles -= static_cast<Xapian::doccount>(newest.count_hidden(each.term));
    each.merit = merit(each.articles, static_cast<double>(newest.count(each.term)));
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const Candidate& a, const Candidate& b) { return a.merit > b.merit; });
  if (found.size() > limit) found.resize(limit);
  return found;
}

}  // namespace newsline
