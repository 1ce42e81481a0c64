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

/// Larger batches gain nothing, smaller ones make many pieces of each posting list.
constexpr std::size_t kMostBatchBytes = 4u << 20;
constexpr std::size_t kLeastBatchBytes = 256u << 10;

}  // namespace

MemoryShares memory_shares(std::size_t memory_bytes, unsigned workers) {
  const std::size_t share = std::max(memory_bytes, kLeastMemoryBytes) - kProgramBytes;
  const std::size_t room = share / (kWorkerBytes + kLeastBatchBytes * kBytesPerByteOfBatch);
  MemoryShares shares;
  shares.workers = static_cast<unsigned>(std::clamp<std::size_t>(workers, 1, room));
  shares.build_bytes = std::clamp((share / shares.workers - kWorkerBytes) / kBytesPerByteOfBatch,
                                  kLeastBatchBytes, kMostBatchBytes);
  shares.update_bytes = share / 4;
  shares.update_postings = share / kBytesPerPosting;
  return shares;
}

}  // namespace newsline
