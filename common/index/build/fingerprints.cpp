// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/build/fingerprints.h"

#include <algorithm>
#include <utility>

#include "common/article/file/content_hash.h"

namespace newsline {
namespace {

constexpr unsigned kPartBits = 12;
constexpr unsigned kBits = 40;  ///< of a fingerprint within its part

}  // namespace

Fingerprints::Fingerprints() : parts_(std::size_t{1} << kPartBits) {}

bool Fingerprints::insert(std::string_view text) {
  const std::uint64_t hash = short_hash(text);
  Part& part = parts_[hash >> (64 - kPartBits)];
  if (8 * (part.used + 1) > 7 * part.low.size()) grow(part);
  const std::uint64_t fingerprint = hash & ((std::uint64_t{1} << kBits) - 1);
  return insert(part, fingerprint == 0 ? 1 : fingerprint);
}

bool Fingerprints::insert(Part& part, std::uint64_t fingerprint) {
  const std::size_t size = part.low.size();
  const auto low = static_cast<std::uint32_t>(fingerprint);
  const auto high = static_cast<std::uint8_t>(fingerprint >> 32);
  // Its place is as far from the first as it is from 0.
  for (std::size_t place = (fingerprint >> 8) * size >> (kBits - 8);;
       place = place + 1 == size ? 0 : place + 1) {
    if (part.low[place] == low && part.high[place] == high) return false;
    if (part.low[place] != 0 || part.high[place] != 0) continue;
    part.low[place] = low;
    part.high[place] = high;
    ++part.used;
    return true;
  }
}

void Fingerprints::grow(Part& part) {
  const std::size_t size = std::max<std::size_t>(16, part.low.size() + part.low.size() / 4);
  const Part former =
      std::exchange(part, {std::vector<std::uint32_t>(size), std::vector<std::uint8_t>(size)});
  for (std::size_t place = 0; place < former.low.size(); ++place) {
    const std::uint64_t fingerprint = std::uint64_t{former.high[place]} << 32 | former.low[place];
    if (fingerprint != 0) static_cast<void>(insert(part, fingerprint));
  }
}

}  // namespace newsline
