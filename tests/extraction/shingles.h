// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace newsline::extraction {

/// The runs of letters, digits and `_` in a text, as written.
[[nodiscard]] std::vector<std::string> plain_words(std::string_view text);

/// How far a text that was found is the true one: both as multisets of runs of four words (a shorter text is
/// one run). 1 and 1 where both are empty.
struct Overlap {
  double precision = 0;  ///< of what was found, how much is true
  double recall = 0;     ///< of what is true, how much was found
};
[[nodiscard]] Overlap overlap(std::string_view truth, std::string_view found);

/// The harmonic mean; 0 where both are 0.
[[nodiscard]] double f1(const Overlap& overlap);

}  // namespace newsline::extraction
