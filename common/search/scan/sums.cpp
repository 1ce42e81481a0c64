// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/search/scan/sums.h"

#include <bit>
#include <cstring>

#include "common/index/glass/posting_list.h"

namespace newsline {

void Sums::add_up(const std::vector<std::string>& terms, const Snapshot& database) {
  sums_.resize(std::size_t{database.get_lastdocid()} + 1 + sizeof(std::uint64_t));
  for (const std::string& term : terms)
    PostingList(term, database).for_each([&](Xapian::docid document, Xapian::termcount occurrences) {
      add(sums_.at(document), document, occurrences);
    });
}

inline void Sums::add(std::uint8_t& sum, Xapian::docid document, Xapian::termcount occurrences) {
  if (sum == kMany) {
    many_[document] += occurrences;
  } else if (occurrences < static_cast<Xapian::termcount>(kMany - sum)) {
    sum = static_cast<std::uint8_t>(sum + occurrences);
  } else {
    many_[document] = sum + occurrences;
    sum = kMany;
  }
}

Xapian::docid Sums::next(Xapian::docid document) const {
  for (std::size_t at = document; at + sizeof(std::uint64_t) <= sums_.size(); at += sizeof(std::uint64_t)) {
    std::uint64_t eight = 0;
    std::memcpy(&eight, &sums_[at], sizeof eight);
    if (eight == 0) continue;
    const bool is_little = std::endian::native == std::endian::little;
    const int zeros = is_little ? std::countr_zero(eight) : std::countl_zero(eight);
    return static_cast<Xapian::docid>(at + static_cast<std::size_t>(zeros) / 8);
  }
  return kEnd;
}

}  // namespace newsline
