// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/search/count/text_counts.h"

namespace newsline {

bool TextCounts::add(std::string_view text, std::uint64_t times) {
  // Neighbours are often alike.
  if (last_ < counts_.size() && numbers_.text(last_) == text) {
    counts_[last_] += times;
    return false;
  }
  const auto [number, is_new] = numbers_.add(text);
  if (is_new) counts_.push_back(0);
  counts_[number] += times;
  last_ = number;
  return is_new;
}

}  // namespace newsline
