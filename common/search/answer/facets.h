// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/index/glass/snapshot.h"
#include "common/search/count/text_counts.h"
#include "common/search/page.h"

/// Counting by the values that articles carry. For the files of common/search only: this header mentions
/// Xapian.
namespace newsline {

/// How often each spelling stands in a value slot.
class SpellingCounts {
 public:
  /// Values may be numbers that `database`, which must live as long, has names for.
  SpellingCounts(Xapian::valueno slot, const Snapshot& database) : slot_(slot), database_(&database) {}

  [[nodiscard]] Xapian::valueno slot() const { return slot_; }

  /// Counts the value of one article; empty: it has none. Throws Error{data} at a damaged value.
  void add(std::string_view value);

  /// Spellings that fold() to one are one value. By count, then by folded name. Throws Error{data} where a
  /// number is of no names.
  [[nodiscard]] std::vector<FacetCount> by_count() const;

  /// Days cut to their first `length` digits (4: years, 6: months, 8: days), in order of time.
  [[nodiscard]] std::vector<FacetCount> by_time(std::size_t length) const;

  [[nodiscard]] std::uint64_t without() const { return without_; }
  [[nodiscard]] std::uint64_t articles() const { return articles_; }

 private:
  Xapian::valueno slot_;
  const Snapshot* database_;
  std::vector<std::uint64_t> numbers_;  ///< how often each stands in the place of names
  TextCounts values_;  ///< whole values: many articles have the same, and each is taken apart once
  std::uint64_t without_ = 0;
  std::uint64_t articles_ = 0;
};

/// How facets are counted: see Request.
struct Counting {
  std::optional<std::chrono::sys_seconds> now{};
  bool stories = false;
};

/// The facets of these documents (ascending), in the order of the requests. Each value slot is read once,
/// side by side with the documents, however many facets are made of it. Where `sideways` is given, facets of
/// tags are counted over these documents instead.
[[nodiscard]] std::vector<Facet> count_facets(const std::vector<FacetRequest>& requests,
                                              const std::vector<Xapian::docid>& documents,
                                              const Snapshot& database, const Counting& how = {},
                                              const std::vector<Xapian::docid>* sideways = nullptr);

/// The counts of one slot over the whole index but these documents (ascending);
/// SpellingCounts::without() tells nothing there.
[[nodiscard]] SpellingCounts count_all(const Snapshot& database, Xapian::valueno slot,
                                       const std::vector<Xapian::docid>& hidden);

}  // namespace newsline
