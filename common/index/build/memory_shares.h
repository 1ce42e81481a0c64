// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>

namespace newsline {

/// A run may take at least this much memory, and takes no more than that unless told otherwise. It does not
/// depend on how many files there are or how large they are; of an article some bytes are kept, and some more
/// of one that has copies (story/whole_stories.h).
inline constexpr std::size_t kLeastMemoryBytes = 100u << 20;
inline constexpr std::size_t kUsualMemoryBytes = 300u << 20;

/// What a run may gather before it writes.
struct MemoryShares {
  unsigned workers = 1;             ///< that build; not more than were asked for
  std::size_t build_bytes = 0;      ///< of text: a batch of those that workers turn into databases
  std::size_t update_bytes = 0;     ///< of text, before a commit into the generation in use
  std::size_t update_postings = 0;  ///< likewise
  std::size_t list_bytes = 0;       ///< of a list of the run's files, before it goes to the disk
};

/// Divides the memory among these workers. `articles`: as many as are expected, or as far as that is known;
/// some 10 bytes are kept of each until the run ends.
[[nodiscard]] MemoryShares memory_shares(std::size_t memory_bytes, unsigned workers,
                                         std::uint64_t articles = 0);

}  // namespace newsline
