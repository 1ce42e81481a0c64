// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/upkeep/tally.h"

namespace newsline {
namespace {

/// The finaliser of SplitMix64 (Steele, Lea and Flood, 2014).
std::uint64_t mixed(std::uint64_t bits) {
  bits = (bits ^ (bits >> 30)) * 0xbf58476d1ce4e5b9;
  bits = (bits ^ (bits >> 27)) * 0x94d049bb133111eb;
  return bits ^ (bits >> 31);
}

}  // namespace

void Tally::Sum::add(Xapian::docid document, Xapian::termcount weight_there) {
  ++documents;
  weight += weight_there;
  mix += mixed(std::uint64_t{document} << 32 | weight_there);
}

void Tally::add(const std::string& term, Xapian::docid document, Xapian::termcount weight) {
  sums_[term].add(document, weight);
}

void Tally::compare(const Xapian::Database& database, const std::function<void(const std::string&)>& report) {
  for (auto term = database.allterms_begin(); term != database.allterms_end(); ++term) {
    Sum listed;
    for (auto at = database.postlist_begin(*term); at != database.postlist_end(*term); ++at)
      listed.add(*at, at.get_wdf());
    const auto held = sums_.extract(*term);
    const bool totals_agree =
        term.get_termfreq() == listed.documents && database.get_collection_freq(*term) == listed.weight;
    if (held.empty() || held.mapped() != listed || !totals_agree) report(*term);
  }
  for (const auto& [term, sum] : sums_) report(term);
}

}  // namespace newsline
