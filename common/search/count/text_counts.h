// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <vector>

#include "common/index/document/text_numbers.h"

namespace newsline {

/// How often each of many texts was given. One thread.
class TextCounts {
 public:
  /// True if the text is new.
  bool add(std::string_view text, std::uint64_t times = 1) {
    if (text.empty() || text.size() > kMostShort) return add_any(text, times).is_new;
    const Short key = short_of(text);
    Known& known = known_[place_of(key)];
    if (known.key == key) {
      counts_[known.number] += times;
      return false;
    }
    const TextNumbers::Place place = add_any(text, times);
    known = {key, place.number};
    return place.is_new;
  }

  /// Calls `each(text, count)` for every text, in the order in which they were new.
  template <typename Each>
  void for_each(Each each) const {
    for (std::uint32_t number = 0; number < counts_.size(); ++number)
      each(numbers_.text(number), counts_[number]);
  }

 private:
  static constexpr unsigned kKnownBits = 10;
  static constexpr std::size_t kMostShort = 2 * sizeof(std::uint64_t);

  /// A text that is short, as numbers: its beginning and end, which may overlap.
  struct Short {
    std::uint64_t begin = 0;
    std::uint64_t end = 0;
    std::size_t bytes = 0;  ///< 0: none
    bool operator==(const Short&) const = default;
  };

  struct Known {
    Short key;
    std::uint32_t number = 0;
  };

  template <typename Number>
  static std::uint64_t number_at(const char* bytes) {
    Number number = 0;
    std::memcpy(&number, bytes, sizeof number);
    return number;
  }

  static Short short_of(std::string_view text) {
    const char* const end = text.data() + text.size();
    if (text.size() >= sizeof(std::uint64_t))
      return {number_at<std::uint64_t>(text.data()), number_at<std::uint64_t>(end - sizeof(std::uint64_t)),
              text.size()};
    if (text.size() >= sizeof(std::uint32_t))
      return {number_at<std::uint32_t>(text.data()), number_at<std::uint32_t>(end - sizeof(std::uint32_t)),
              text.size()};
    const std::uint64_t ends = number_at<std::uint8_t>(text.data()) << 8U | number_at<std::uint8_t>(end - 1);
    return {ends, number_at<std::uint8_t>(text.data() + text.size() / 2), text.size()};
  }

  static std::size_t place_of(const Short& key) {
    // Multipliers: of the golden ratio (Knuth, The Art of Computer Programming 3, 6.4), and of Steele and
    // Vigna, Computationally Easy, Spectrally Good Multipliers (2021).
    return (key.begin * 0x9e3779b97f4a7c15 + key.end * 0xd1342543de82ef95 + key.bytes) >> (64 - kKnownBits);
  }

  TextNumbers::Place add_any(std::string_view text, std::uint64_t times);

  TextNumbers numbers_;
  std::vector<std::uint64_t> counts_;
  /// Those that came last, so that most are counted without a hash and without a call.
  std::vector<Known> known_ = std::vector<Known>(std::size_t{1} << kKnownBits);
};

}  // namespace newsline
