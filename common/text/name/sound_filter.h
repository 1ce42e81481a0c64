// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "common/text/name/name_keys.h"

namespace newsline {

/// Of many words those that may sound exactly as one does, without working out how they do. Threads: any.
class SoundFilter {
 public:
  explicit SoundFilter(const NamePattern& name);

  /// Whether a word may have a reading (readings.h) that the name has: true for each that has. False for
  /// nearly all others where both are Latin and the word has only letters from a to z, some hundredth of a
  /// microsecond each; else it tells nothing and is true.
  [[nodiscard]] bool may_pass(std::string_view word) const;

 private:
  /// A bit for each place between the sounds of a reading, the lowest before the first.
  using Places = std::uint64_t;
  static constexpr std::size_t kMaxSounds = 63;
  static constexpr std::size_t kMostReadings = 16;
  static constexpr std::size_t kLetters = 64;  // of ASCII, small and capital

  /// Where the sounds of a reading stand, so that all places that a word has reached move on together
  /// (Baeza-Yates and Gonnet, A New Approach to Text Searching, 1992).
  struct Reading {
    std::array<Places, kLetters> behind{};  ///< of a sound, the places behind it
    Places end;

    explicit Reading(std::string_view sounds);
    [[nodiscard]] Places reached(Places from, std::string_view sounds) const;
  };

  static std::size_t index_of(char sound) { return static_cast<unsigned char>(sound) % kLetters; }

  std::vector<Reading> readings_;
  bool tells_nothing_;
};

}  // namespace newsline
