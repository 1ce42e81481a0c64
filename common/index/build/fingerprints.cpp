// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/build/fingerprints.h"

#include <functional>
#include <utility>

namespace newsline {

Fingerprints::Fingerprints() : places_(1024) {}

bool Fingerprints::insert(std::string_view text) {
  if (2 * (used_ + 1) > places_.size()) grow();
  const std::uint64_t fingerprint = std::hash<std::string_view>{}(text);
  return insert(fingerprint == 0 ? 1 : fingerprint);
}

bool Fingerprints::insert(std::uint64_t fingerprint) {
  const std::size_t last = places_.size() - 1;  // the size is a power of two
  for (std::size_t place = fingerprint & last;; place = (place + 1) & last) {
    if (places_[place] == fingerprint) return false;
    if (places_[place] != 0) continue;
    places_[place] = fingerprint;
    ++used_;
    return true;
  }
}

void Fingerprints::grow() {
  const std::vector<std::uint64_t> former =
      std::exchange(places_, std::vector<std::uint64_t>(2 * places_.size()));
  used_ = 0;
  for (const std::uint64_t fingerprint : former)
    if (fingerprint != 0) static_cast<void>(insert(fingerprint));
}

}  // namespace newsline
