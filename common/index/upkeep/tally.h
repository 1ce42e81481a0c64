// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>
#include <functional>
#include <string>
#include <unordered_map>

namespace newsline {

/// What the documents say that they hold of each term, to be compared with the posting lists, which are
/// stored apart from them.
class Tally {
 public:
  void add(const std::string& term, Xapian::docid document, Xapian::termcount weight);

  /// Calls `report(term)` for each term of which the posting list does not say the same. Each term once.
  void compare(const Xapian::Database& database, const std::function<void(const std::string&)>& report);

 private:
  struct Sum {
    std::uint64_t documents = 0;
    std::uint64_t weight = 0;
    std::uint64_t mix = 0;  ///< sum of a hash of document and weight: does not depend on order

    void add(Xapian::docid document, Xapian::termcount weight_there);
    bool operator==(const Sum&) const = default;
  };

  std::unordered_map<std::string, Sum> sums_;
};

}  // namespace newsline
