// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/index/furniture/cut.h"
#include "common/index/furniture/edges.h"

namespace newsline {

/// A line is furniture from so many articles of its source on ...
inline constexpr std::uint64_t kLeastFurniture = 30;

/// Which lines are furniture, as the counters say that have come so far.
class FurnitureLines {
 public:
  explicit FurnitureLines(std::vector<std::uint16_t> places = {}) : places_(std::move(places)) {}

  [[nodiscard]] bool contains(std::uint64_t line) const;
  /// From each edge inwards as long as lines are furniture. A text that is nothing else is left whole.
  [[nodiscard]] EdgeCut cut_of(const TextEdges& edges) const;
  bool operator==(const FurnitureLines&) const = default;

  [[nodiscard]] std::size_t size_bytes() const { return places_.size() * sizeof(std::uint16_t); }
  /// For the time of a run.
  [[nodiscard]] std::string pack() const;
  [[nodiscard]] static FurnitureLines unpack(std::string_view bytes);

 private:
  std::vector<std::uint16_t> places_;  ///< of counters, ascending
};

/// How many articles of a source have a line at an edge: the count-min sketch of Cormode and Muthukrishnan
/// (2005). Each line is counted in one counter of each row, together with others; the least of its counters
/// is at least its number. So thousands of lines take some thousand bytes, an article that goes is taken off
/// again, and what the counters say follows from the articles alone, whatever their order.
class LineCounts {
 public:
  static constexpr std::size_t kRows = 4;
  static constexpr std::size_t kRowSize = 1024;

  void add(const TextEdges& edges);
  /// False, and the counts are of no use any more, if it cannot have been added.
  [[nodiscard]] bool remove(const TextEdges& edges);

  [[nodiscard]] std::uint64_t articles() const { return articles_; }

  /// Those that kLeastFurniture articles have, and three in ten; of the number of all, only its four leading
  /// binary digits count. Without that a line near the bound would be furniture and not, in turn, with each
  /// article that comes, and with it all that have it.
  [[nodiscard]] FurnitureLines furniture() const;

  /// The value of schema::key::kFurniture. Equal counts give equal bytes.
  [[nodiscard]] std::string encode() const;
  /// The reverse; nothing for bytes that encode() cannot have made.
  [[nodiscard]] static std::optional<LineCounts> decode(std::string_view bytes);

  [[nodiscard]] std::size_t size_bytes() const {
    return few_.capacity() * sizeof(std::uint64_t) + counters_.capacity() * sizeof(std::uint32_t);
  }
  /// For the time of a run: a few lines stay what they are.
  [[nodiscard]] std::string pack() const;
  [[nodiscard]] static LineCounts unpack(std::string_view bytes);

 private:
  using Counters = std::vector<std::uint32_t>;

  [[nodiscard]] Counters counters() const;

  std::uint64_t articles_ = 0;
  std::vector<std::uint64_t> few_;  ///< the lines, as long as they are few: most sources are small
  Counters counters_;               ///< then these
};

}  // namespace newsline
