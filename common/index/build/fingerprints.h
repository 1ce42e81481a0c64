// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace newsline {

/// Which texts were seen, by 64 bits of each: may take one for another, never miss one. Some 16 bytes a text.
class Fingerprints {
 public:
  Fingerprints();

  /// Whether `text` is new; it is not new the next time.
  [[nodiscard]] bool insert(std::string_view text);

 private:
  [[nodiscard]] bool insert(std::uint64_t fingerprint);
  void grow();

  std::vector<std::uint64_t> places_;  ///< open addressing; 0: free
  std::size_t used_ = 0;
};

}  // namespace newsline
