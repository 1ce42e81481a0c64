// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/search/scan/ranking.h"

#include <algorithm>
#include <cmath>

namespace newsline {
namespace {

constexpr double kTermSaturation = 1.2;    // k1
constexpr double kLengthInfluence = 0.75;  // b
constexpr double kShortest = 0.5;          // articles shorter than half the average count as half the average

/// A word of most articles weighs little, and never less than nothing: from odds of 2 down the odds are
/// halved towards 1, as Xapian has it.
double rarity(double frequency, double all) {
  double odds = (all - frequency + 0.5) / (frequency + 0.5);
  if (odds < 2) odds = odds * 0.5 + 1;
  return std::log(odds);
}

}  // namespace

Lengths::Lengths(const Snapshot& database) : list_("", database) {
  const double average = database.get_avlength();
  of_average_ = average > 0 ? 1 / average : 0;
  least_ = part(database.get_doclength_lower_bound());
}

double Lengths::part(double length) const {
  const double normal = std::max(length * of_average_, kShortest);
  return kTermSaturation * (normal * kLengthInfluence + (1 - kLengthInfluence));
}

double Lengths::part_of(Xapian::docid document) {
  if (document != document_) {
    part_ = part(list_.seek(document) == document ? list_.occurrences() : 0);
    document_ = document;
  }
  return part_;
}

WordWeight::WordWeight(Xapian::doccount frequency, Xapian::doccount all, double factor,
                       const Lengths& lengths)
    : weight_(rarity(frequency, all) * factor * (kTermSaturation + 1)) {
  for (std::size_t count = 0; count < bounds_.size(); ++count)
    bounds_[count] = of(static_cast<Xapian::termcount>(count), lengths.least());
}

Xapian::doccount expected_union(const std::vector<Xapian::doccount>& frequencies, Xapian::doccount all) {
  if (all == 0) return 0;
  double none = 1;  // share of the documents that have none of them
  for (const Xapian::doccount frequency : frequencies) none *= 1 - double{1} * frequency / all;
  return static_cast<Xapian::doccount>(std::lround((1 - none) * all));
}

}  // namespace newsline
