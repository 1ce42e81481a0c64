// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/search/answer/order.h"

#include <string>

#include "common/index/document/values.h"
#include "common/index/schema.h"

namespace newsline {
namespace {

/// Robertson and Zaragoza, The Probabilistic Relevance Framework: BM25 and Beyond (2009), with the values
/// that were best over all judged collections at hand.
Xapian::BM25Weight ranking() {
  constexpr double kTermSaturation = 1.2;    // k1
  constexpr double kQueryLength = 0;         // k2: not used
  constexpr double kRepeatsLinear = 1e6;     // k3: a word that the question says twice weighs twice
  constexpr double kLengthInfluence = 0.75;  // b
  constexpr double kShortest = 0.5;  // articles shorter than half the average count as half the average
  return {kTermSaturation, kQueryLength, kRepeatsLinear, kLengthInfluence, kShortest};
}

/// Highest counter first, then as newest_key(); what has no counter comes last.
class MostRead : public Xapian::KeyMaker {
 public:
  std::string operator()(const Xapian::Document& document) const override {
    std::string reads = document.get_value(schema::slot::kReads);
    std::string key(1, reads.empty() ? '\1' : '\0');
    // No number_value() is the beginning of another, so the complement of each byte turns their order round.
    for (const char byte : reads) key.push_back(static_cast<char>(~byte));
    return key + document.get_value(schema::slot::kNewest);
  }
};

/// Oldest first, then by id.
class Oldest : public Xapian::KeyMaker {
 public:
  std::string operator()(const Xapian::Document& document) const override {
    return oldest_key(document.get_value(schema::slot::kNewest));
  }
};

}  // namespace

void set_ranking(Xapian::Enquire& enquire) { enquire.set_weighting_scheme(ranking()); }

std::unique_ptr<Xapian::KeyMaker> set_order(Xapian::Enquire& enquire, SortOrder order) {
  std::unique_ptr<Xapian::KeyMaker> maker;
  switch (order) {
    case SortOrder::relevance:
      set_ranking(enquire);
      enquire.set_sort_by_relevance_then_value(schema::slot::kNewest, false);
      return maker;
    case SortOrder::newest:
      enquire.set_weighting_scheme(Xapian::BoolWeight());
      enquire.set_sort_by_value(schema::slot::kNewest, false);
      return maker;
    case SortOrder::oldest:
      maker = std::make_unique<Oldest>();
      break;
    case SortOrder::most_read:
      maker = std::make_unique<MostRead>();
      break;
  }
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_sort_by_key(maker.get(), false);
  return maker;
}

std::string order_key(const Xapian::Document& document, SortOrder order) {
  switch (order) {
    case SortOrder::oldest:
      return Oldest()(document);
    case SortOrder::most_read:
      return MostRead()(document);
    case SortOrder::relevance:
    case SortOrder::newest:
      break;
  }
  return document.get_value(schema::slot::kNewest);
}

}  // namespace newsline
