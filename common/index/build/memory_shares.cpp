// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/build/memory_shares.h"

#include <algorithm>

namespace newsline {
namespace {

// What a run was seen to take (BENCHMARKS.md): the program with its dictionaries and what a merge takes; a
// worker with its own; and for each byte of a batch one that waits, one that is taken apart, and its
// postings.
constexpr std::size_t kProgramBytes = 80u << 20;
constexpr std::size_t kWorkerBytes = 6u << 20;
constexpr std::size_t kBytesPerByteOfBatch = 12;
constexpr std::size_t kBytesPerPosting = 100;  ///< in Xapian's buffers

/// Of the memory one part for each list of files; three of them are there while articles are read.
constexpr std::size_t kListParts = 32;
constexpr std::size_t kMostListBytes = 64u << 20;
constexpr std::size_t kLists = 3;

/// Of an article, whatever its length: what the run did to it, and whether its id was there before
/// (refresh/touches.h, fingerprints.h).
constexpr std::size_t kBytesPerArticle = 11;
/// What is left for batches even so.
constexpr std::size_t kLeastShare = 20u << 20;

/// Larger batches gain nothing, smaller ones make many pieces of each posting list.
constexpr std::size_t kMostBatchBytes = 4u << 20;
constexpr std::size_t kLeastBatchBytes = 256u << 10;

}  // namespace

MemoryShares memory_shares(std::size_t memory_bytes, unsigned workers, std::uint64_t articles) {
  const std::size_t memory = std::max(memory_bytes, kLeastMemoryBytes);
  MemoryShares shares;
  shares.list_bytes = std::min(memory / kListParts, kMostListBytes);
  const std::size_t held = kProgramBytes + kLists * shares.list_bytes + articles * kBytesPerArticle;
  const std::size_t share = memory > held + kLeastShare ? memory - held : kLeastShare;
  const std::size_t room = share / (kWorkerBytes + kLeastBatchBytes * kBytesPerByteOfBatch);
  shares.workers = static_cast<unsigned>(std::clamp<std::size_t>(workers, 1, room));
  shares.build_bytes = std::clamp((share / shares.workers - kWorkerBytes) / kBytesPerByteOfBatch,
                                  kLeastBatchBytes, kMostBatchBytes);
  shares.update_bytes = share / 4;
  shares.update_postings = share / kBytesPerPosting;
  return shares;
}

}  // namespace newsline
