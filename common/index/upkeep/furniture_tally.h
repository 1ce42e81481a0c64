// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>
#include <functional>
#include <map>
#include <string>

#include "common/index/furniture/line_counts.h"

namespace newsline {

/// What an index says of the lines at the edges of its articles, to be compared with the articles.
class FurnitureTally {
 public:
  explicit FurnitureTally(const Xapian::Database& database) : database_(database) {}

  /// What is left out of a text, by what the index says of its source.
  [[nodiscard]] EdgeCut cut_of(const TextEdges& edges);

  /// An article of the index. Cost: some kilobytes a source.
  void add(const TextEdges& edges);
  [[nodiscard]] std::uint64_t added() const { return added_; }

  /// When all were added: calls `report(source_term)` for each source of which the index says something else,
  /// with an empty term for what is of none.
  void compare(const std::function<void(const std::string&)>& report) const;

 private:
  struct Source {
    FurnitureLines stored;
    LineCounts counted;
  };

  Source& source(const std::string& term);

  const Xapian::Database& database_;
  std::map<std::string, Source> sources_;
  std::uint64_t added_ = 0;
};

}  // namespace newsline
