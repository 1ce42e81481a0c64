// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/search/count/text_counts.h"

namespace newsline {

TextNumbers::Place TextCounts::add_any(std::string_view text, std::uint64_t times) {
  const TextNumbers::Place place = numbers_.add(text);
  if (place.is_new) counts_.push_back(0);
  counts_[place.number] += times;
  return place;
}

}  // namespace newsline
