// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <unordered_map>

#include "common/index/files/packed_key.h"
#include "common/index/files/scratch_file.h"

namespace newsline {

/// What documents were before a run first changed them, by the hash of their data. Where these are more than
/// the scratch has memory for, they go to the disk: 16 bytes for each number up to the last document.
class FormerHashes {
 public:
  explicit FormerHashes(Scratch scratch) : scratch_(std::move(scratch)) {}

  /// Keeps this where nothing is kept of the document; returns what is kept.
  PackedKey keep(std::uint32_t document, const PackedKey& hash);
  void erase(std::uint32_t document);

 private:
  void move_to_disk();

  Scratch scratch_;
  std::unordered_map<std::uint32_t, PackedKey> hashes_;
  std::unique_ptr<ScratchFile> file_;  ///< in place of hashes_; zeros: nothing is kept
};

}  // namespace newsline
