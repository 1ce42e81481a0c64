// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace newsline {

/// Numbers texts from 0 in the order in which they are new. They lie one behind the other in one piece of
/// memory and are found by open addressing (Knuth, The Art of Computer Programming 3, 6.4): a text that is
/// known costs its hash, a place that holds its number beside half of the hash, and one comparison; maps of
/// the standard library follow three pointers more (BENCHMARKS.md). Memory: the texts, and 24 to 32 bytes for
/// each. At most 2^31 texts. One thread.
class TextNumbers {
 public:
  struct Place {
    std::uint32_t number = 0;
    bool is_new = false;
  };

  Place add(std::string_view text);

  [[nodiscard]] std::size_t size() const { return texts_.size(); }

  /// Valid until the next add().
  [[nodiscard]] std::string_view text(std::uint32_t number) const {
    return std::string_view(bytes_).substr(texts_[number].begin, texts_[number].size);
  }

 private:
  struct Text {
    std::size_t begin = 0;
    std::size_t size = 0;
  };

  struct Slot {
    std::uint32_t hash = 0;
    std::uint32_t number = 0;  ///< of the text, from 1; 0: free
  };

  void grow();

  std::string bytes_;
  std::vector<Text> texts_;
  std::vector<Slot> slots_;
};

}  // namespace newsline
