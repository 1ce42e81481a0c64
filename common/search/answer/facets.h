// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "common/search/page.h"

/// Counting by the values that articles carry. For the files of common/search only: this header mentions
/// Xapian.
namespace newsline {

/// How often each spelling stands in a value slot.
class SpellingCounts {
 public:
  explicit SpellingCounts(Xapian::valueno slot) : slot_(slot) {}

  [[nodiscard]] Xapian::valueno slot() const { return slot_; }

  /// Counts the value of one article; empty: it has none. Throws Error{data} at a damaged value.
  void add(std::string_view value);

  /// Spellings that fold() to one are one value. By count, then by folded name.
  [[nodiscard]] std::vector<FacetCount> by_count() const;

  /// Days cut to their first `length` digits (4: years, 6: months, 8: days), in order of time.
  [[nodiscard]] std::vector<FacetCount> by_time(std::size_t length) const;

  [[nodiscard]] std::uint64_t without() const { return without_; }

 private:
  struct Hash : std::hash<std::string_view> {
    using is_transparent = void;
  };

  void add_spelling(std::string_view spelling);

  Xapian::valueno slot_;
  std::unordered_map<std::string, std::uint64_t, Hash, std::equal_to<>> counts_;
  std::uint64_t without_ = 0;
};

/// Counts what Xapian shows it: every match once, all facets in one pass. Exact only if the match looks at
/// all documents (check_at_least).
class FacetSpy : public Xapian::MatchSpy {
 public:
  explicit FacetSpy(const std::vector<FacetRequest>& requests);

  void operator()(const Xapian::Document& document, double weight) override;

  /// As requested, in the order of the requests.
  [[nodiscard]] std::vector<Facet> facets() const;

 private:
  std::vector<FacetRequest> requests_;
  std::vector<SpellingCounts> slots_;  ///< each slot once, however many facets are made of it
};

/// The counts of one slot over the whole index.
[[nodiscard]] SpellingCounts count_all(const Xapian::Database& database, Xapian::valueno slot);

}  // namespace newsline
