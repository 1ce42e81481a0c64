// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace newsline {

/// Which texts were seen, by 52 bits of each: may take one for another (of ten million texts, in one run of a
/// hundred), never miss one. Some 6 bytes a text, and 200 KB.
class Fingerprints {
 public:
  Fingerprints();

  /// Whether `text` is new; it is not new the next time.
  [[nodiscard]] bool insert(std::string_view text);

 private:
  /// Those that begin with the same bits: open addressing, by the bits that follow. Each part grows alone, so
  /// that there is never much room that waits to be used.
  struct Part {
    std::vector<std::uint32_t> low;  ///< lower 32 of 40 bits
    std::vector<std::uint8_t> high;  ///< the others; both 0: free
    std::size_t used = 0;
  };

  [[nodiscard]] static bool insert(Part& part, std::uint64_t fingerprint);
  static void grow(Part& part);

  std::vector<Part> parts_;
};

}  // namespace newsline
