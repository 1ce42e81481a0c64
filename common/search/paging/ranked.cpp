// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/search/paging/ranked.h"

#include <algorithm>
#include <cassert>
#include <functional>
#include <span>
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

/// Puts matches, ascending by document, into the order of their values.
void sort_by_key(std::span<Ranked> matches, const Xapian::Database& database) {
  NewestKeys keys(database);
  std::vector<std::pair<std::string, Ranked>> keyed;
  keyed.reserve(matches.size());
  for (const Ranked& match : matches) keyed.emplace_back(keys.of(match.document), match);
  std::ranges::sort(keyed, {}, [](const auto& each) -> const std::string& { return each.first; });
  std::ranges::transform(keyed, matches.begin(), [](const auto& each) { return each.second; });
}

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

BestMatches best_matches(const Xapian::Query& query, Xapian::doccount offset, Xapian::doccount limit,
                         bool are_counted, const Xapian::Database& database) {
  // So many more are asked for, to have all that weigh as much as the last of the page.
  constexpr Xapian::doccount kMore = 64;
  const Xapian::doccount all = database.get_doccount();
  const Xapian::doccount end = offset + std::min(limit, all - std::min(offset, all));
  Xapian::Enquire enquire(database);
  enquire.set_query(query);
  set_ranking(enquire);
  const Xapian::MSet found = enquire.get_mset(0, end + kMore, are_counted ? all : 0);
  BestMatches best;
  if (are_counted) best.total = found.get_matches_lower_bound();
  std::vector<Ranked> matches = ranked(found);
  const bool may_be_more = matches.size() == end + kMore;
  if (may_be_more && limit != 0 && matches[end - 1].weight == matches.back().weight)
    matches = weighed_matches(query, database);
  std::ranges::sort(matches, {}, &Ranked::document);
  best.page = best_of(std::move(matches), {std::nullopt, offset, limit}, database);
  return best;
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
  std::ranges::stable_sort(matches, std::greater(), &Ranked::weight);
  for (std::size_t first = 0; first < end;) {
    std::size_t last = first + 1;
    while (last < matches.size() && matches[last].weight == matches[first].weight) ++last;
    if (last > offset && last > first + 1)
      sort_by_key(std::span(matches).subspan(first, last - first), database);
    first = last;
  }
  return {matches.begin() + static_cast<std::ptrdiff_t>(offset),
          matches.begin() + static_cast<std::ptrdiff_t>(end)};
}

}  // namespace newsline
