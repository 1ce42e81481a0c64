// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/article/article.h"

namespace newsline {

/// The lines at the edges of a body, from the edge inwards, as hashes by which they are compared with those
/// of other articles of one source. A line that is too long to be furniture ends an edge.
struct TextEdges {
  /// The term that the articles of the source share: kHost of the url where there is one, else kSource.
  /// Empty where nobody says either, or an agency has withdrawn the article: then no line is compared.
  std::string source_term;
  std::vector<std::uint64_t> head;
  std::vector<std::uint64_t> tail;
  std::size_t lines = 0;  ///< of the whole body, not the blank ones; counted as far as edges reach
};

[[nodiscard]] TextEdges edges_of(const Article& article);

/// TextEdges::source_term.
[[nodiscard]] std::string furniture_source(const Article& article);

/// The lines of both edges, each once, ascending.
[[nodiscard]] std::vector<std::uint64_t> distinct_lines(const TextEdges& edges);

/// By what lines are the same: folded, runs of digits as one 0, so that dates and counters make no
/// difference; hashed.
[[nodiscard]] std::uint64_t hash_of_line(std::string_view line);

}  // namespace newsline
