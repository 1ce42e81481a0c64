// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace newsline {

/// How often each of many texts was given. Texts lie one behind the other in one piece of memory, and are
/// found by open addressing (Knuth, The Art of Computer Programming 3, 6.4), so that a text that is known
/// already costs its hash and one comparison. At most 2^32 - 1 different ones. One thread.
class TextCounts {
 public:
  struct Entry {
    std::uint64_t hash = 0;
    std::size_t begin = 0;
    std::size_t size = 0;
    std::uint64_t count = 0;
  };

  /// True if the text is new.
  bool add(std::string_view text, std::uint64_t times = 1);

  /// In the order in which they were new.
  [[nodiscard]] const std::vector<Entry>& entries() const { return entries_; }
  [[nodiscard]] std::string_view text_of(const Entry& entry) const {
    return std::string_view(texts_).substr(entry.begin, entry.size);
  }

 private:
  [[nodiscard]] std::size_t place_of(std::uint64_t hash, std::string_view text) const;
  void grow();

  std::string texts_;
  std::vector<Entry> entries_;
  std::vector<std::uint32_t> places_;  ///< 1 + the number of an entry; 0: free
  std::uint32_t last_ = 0;             ///< the entry that was counted last
};

}  // namespace newsline
