// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/family/met_forms.h"

#include <functional>
#include <utility>

namespace newsline {
namespace {

constexpr std::size_t kFirstPlaces = 1024;

}  // namespace

MetForms::MetForms() : places_(kFirstPlaces) {}

std::uint64_t& MetForms::bits_of(std::string_view form) {
  if (4 * (used_ + 1) > 3 * places_.size()) grow();
  const std::uint64_t hash = std::hash<std::string_view>{}(form);
  const std::uint64_t fingerprint = hash == 0 ? 1 : hash;
  Place& place = place_of(fingerprint);
  if (place.fingerprint == 0) {
    place.fingerprint = fingerprint;
    ++used_;
  }
  return place.bits;
}

void MetForms::clear() {
  places_.assign(kFirstPlaces, {});
  used_ = 0;
}

/// The place of a fingerprint, or the free one where it belongs.
MetForms::Place& MetForms::place_of(std::uint64_t fingerprint) {
  const std::size_t last = places_.size() - 1;
  std::size_t at = fingerprint & last;
  while (places_[at].fingerprint != 0 && places_[at].fingerprint != fingerprint) at = (at + 1) & last;
  return places_[at];
}

void MetForms::grow() {
  const std::vector<Place> former = std::exchange(places_, std::vector<Place>(2 * places_.size()));
  for (const Place& place : former)
    if (place.fingerprint != 0) place_of(place.fingerprint) = place;
}

}  // namespace newsline
