// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/files/former_hashes.h"

#include <cstddef>

namespace newsline {
namespace {

constexpr std::size_t kBytesInMemory = 64;  ///< of a hash and its place in the table

std::uint64_t place_of(std::uint32_t document) { return std::uint64_t{document} * sizeof(PackedKey); }

}  // namespace

PackedKey FormerHashes::keep(std::uint32_t document, const PackedKey& hash) {
  if (!file_) {
    const PackedKey kept = hashes_.try_emplace(document, hash).first->second;
    if (hashes_.size() * kBytesInMemory > scratch_.memory_bytes) move_to_disk();
    return kept;
  }
  PackedKey kept{};
  std::array<char, sizeof(PackedKey)> bytes{};
  if (file_->read(place_of(document), bytes.data(), bytes.size()) == bytes.size())
    kept = key_of_bytes({bytes.data(), bytes.size()});
  if (kept != PackedKey{}) return kept;
  file_->write(place_of(document), bytes_of(hash));
  return hash;
}

void FormerHashes::erase(std::uint32_t document) {
  if (file_)
    file_->write(place_of(document), bytes_of(PackedKey{}));
  else
    hashes_.erase(document);
}

void FormerHashes::move_to_disk() {
  file_ = std::make_unique<ScratchFile>(scratch_.folder);
  for (const auto& [document, hash] : hashes_) file_->write(place_of(document), bytes_of(hash));
  hashes_ = {};
}

}  // namespace newsline
