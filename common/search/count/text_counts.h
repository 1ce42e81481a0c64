// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "common/index/document/text_numbers.h"

namespace newsline {

/// How often each of many texts was given. One thread.
class TextCounts {
 public:
  /// True if the text is new.
  bool add(std::string_view text, std::uint64_t times = 1);

  /// Calls `each(text, count)` for every text, in the order in which they were new.
  template <typename Each>
  void for_each(Each each) const {
    for (std::uint32_t number = 0; number < counts_.size(); ++number)
      each(numbers_.text(number), counts_[number]);
  }

 private:
  TextNumbers numbers_;
  std::vector<std::uint64_t> counts_;
  std::uint32_t last_ = 0;  ///< that was counted
};

}  // namespace newsline
