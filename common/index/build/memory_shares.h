// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

namespace newsline {

/// A run may take at least this much memory, and takes no more than that unless told otherwise. The list of
/// files and what is known of each article come on top: about 1 KB a file and 100 bytes an article
/// (BENCHMARKS.md).
inline constexpr std::size_t kLeastMemoryBytes = 100u << 20;
inline constexpr std::size_t kUsualMemoryBytes = 300u << 20;

/// What a run may gather before it writes.
struct MemoryShares {
  unsigned workers = 1;             ///< that build; not more than were asked for
  std::size_t build_bytes = 0;      ///< of text: a batch of those that workers turn into databases
  std::size_t update_bytes = 0;     ///< of text, before a commit into the generation in use
  std::size_t update_postings = 0;  ///< likewise
};

/// Divides the memory among these workers.
[[nodiscard]] MemoryShares memory_shares(std::size_t memory_bytes, unsigned workers);

}  // namespace newsline
