// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/search/paging/ranked.h"

#include <algorithm>
#include <cassert>
#include <functional>
#include <string>
#include <utility>

#include "common/index/schema.h"
#include "common/search/answer/order.h"

namespace newsline {
namespace {

/// Notes what Xapian shows it.
class Weights : public Xapian::MatchSpy {
 public:
  void operator()(const Xapian::Document& document, double weight) override {
    matches.push_back({document.get_docid(), weight});
  }

  std::vector<Ranked> matches;
};

/// The values by which equal weights are told apart, for documents that ascend.
class NewestKeys {
 public:
  explicit NewestKeys(const Xapian::Database& database)
      : value_(database.valuestream_begin(schema::slot::kNewest)),
        end_(database.valuestream_end(schema::slot::kNewest)) {}

  std::string of(Xapian::docid document) {
    if (value_ != end_) value_.skip_to(document);
    return value_ != end_ && value_.get_docid() == document ? *value_ : std::string();
  }

 private:
  Xapian::ValueIterator value_;
  Xapian::ValueIterator end_;
};

/// What the hit before a position weighs now, if it is still one and has not changed.
std::optional<double> weight_now(const std::vector<Ranked>& matches, const Position& position,
                                 const Xapian::Database& database) {
  if (position.id_term.empty()) return std::nullopt;
  const auto posting = database.postlist_begin(position.id_term);
  if (posting == database.postlist_end(position.id_term)) return std::nullopt;
  const auto found = std::ranges::lower_bound(matches, *posting, {}, &Ranked::document);
  if (found == matches.end() || found->document != *posting) return std::nullopt;
  if (state_of(database.get_document(*posting)) != position.state) return std::nullopt;
  return found->weight;
}

void drop_before(std::vector<Ranked>& matches, const Position& position, const Xapian::Database& database) {
  const double weight = weight_now(matches, position, database).value_or(position.score);
  NewestKeys keys(database);
  std::vector<Ranked> kept;
  for (const Ranked& match : matches) {
    if (match.weight < weight || (match.weight == weight && keys.of(match.document) > position.key)) {
      kept.push_back(match);
    }
  }
  matches = std::move(kept);
}

/// A match that may be in the part.
struct Candidate {
  Ranked match;
  std::string key;

  bool operator<(const Candidate& other) const {
    if (match.weight != other.match.weight) return match.weight > other.match.weight;
    return key < other.key;
  }
};

/// Those that weigh as much as the one in place `count` (from 1), or more.
void drop_lightest(std::vector<Ranked>& matches, std::size_t count) {
  if (count == 0) matches.clear();
  if (matches.size() <= count) return;
  std::vector<double> weights;
  weights.reserve(matches.size());
  for (const Ranked& match : matches) weights.push_back(match.weight);
  const auto last = weights.begin() + static_cast<std::ptrdiff_t>(count - 1);
  std::nth_element(weights.begin(), last, weights.end(), std::greater<>());
  std::erase_if(matches, [least = *last](const Ranked& match) { return match.weight < least; });
}

}  // namespace

std::vector<Ranked> ranked(const Xapian::MSet& hits) {
  std::vector<Ranked> all;
  for (auto hit = hits.begin(); hit != hits.end(); ++hit) all.push_back({*hit, hit.get_weight()});
  return all;
}

std::string state_of(const Xapian::Document& document) {
  constexpr std::size_t kEnough = 8;  // of the letters of the hash
  return document.get_value(schema::slot::kHash).substr(0, kEnough);
}

std::vector<Ranked> weighed_matches(const Xapian::Query& query, const Xapian::Database& database) {
  Xapian::Enquire enquire(database);
  enquire.set_query(query);
  set_ranking(enquire);  // to tell equal weights apart, Xapian would read a value of every match
  Weights spy;
  enquire.add_matchspy(&spy);
  static_cast<void>(enquire.get_mset(0, 1, database.get_doccount()));
  return std::move(spy.matches);
}

std::vector<Ranked> best_of(std::vector<Ranked> matches, const Part& part, const Xapian::Database& database) {
  assert(std::ranges::is_sorted(matches, {}, &Ranked::document));
  if (part.behind) drop_before(matches, *part.behind, database);
  if (part.dropped != nullptr) {
    std::erase_if(matches, [&](const Ranked& match) {
      return std::ranges::binary_search(*part.dropped, match.document);
    });
  }
  const std::size_t offset = std::min(part.offset, matches.size());
  const std::size_t end = offset + std::min(part.limit, matches.size() - offset);
  if (end == offset) return {};
  drop_lightest(matches, end);
  NewestKeys keys(database);
  std::vector<Candidate> candidates;
  candidates.reserve(matches.size());
  for (const Ranked& match : matches) candidates.push_back({match, keys.of(match.document)});
  const auto last = candidates.begin() + static_cast<std::ptrdiff_t>(end);
  std::partial_sort(candidates.begin(), last, candidates.end());
  std::vector<Ranked> best;
  for (auto each = candidates.begin() + static_cast<std::ptrdiff_t>(offset); each != last; ++each) {
    best.push_back(each->match);
  }
  return best;
}

}  // namespace newsline
