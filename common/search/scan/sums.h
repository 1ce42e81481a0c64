// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "common/index/glass/snapshot.h"

/// For the files of common/search only: this header mentions Xapian.
namespace newsline {

/// How often each document of the archive has some words. A byte for each. One thread.
class Sums {
 public:
  /// None where no document has any.
  static constexpr Xapian::docid kEnd = UINT32_MAX;

  /// Goes through the lists of all these terms.
  void add_up(const std::vector<std::string>& terms, const Snapshot& database);

  /// Whether nothing was added up yet.
  [[nodiscard]] bool is_empty() const { return sums_.empty(); }

  [[nodiscard]] Xapian::termcount of(Xapian::docid document) const {
    if (document >= sums_.size()) return 0;
    return sums_[document] < kMany ? sums_[document] : many_.at(document);
  }

  /// The first document from here on that has any; kEnd if none has.
  [[nodiscard]] Xapian::docid next(Xapian::docid document) const;

 private:
  static constexpr std::uint8_t kMany = 255;  ///< so many or more: many_ says how many

  void add(std::uint8_t& sum, Xapian::docid document, Xapian::termcount occurrences);

  std::vector<std::uint8_t> sums_;  ///< and some zeros more
  std::unordered_map<Xapian::docid, Xapian::termcount> many_;
};

}  // namespace newsline
