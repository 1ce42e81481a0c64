// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace newsline {

/// What was done about each form, as bits; forms are told apart by 64 bits of a hash, so that one in some
/// 10^12 is taken for another. Looked up for every word of every article: 20 to 40 bytes a form that lie
/// together, where a map of strings costs a tenth of the time of building.
class MetForms {
 public:
  MetForms();

  /// The bits of a form; 0 where it is new. Valid until the next call.
  [[nodiscard]] std::uint64_t& bits_of(std::string_view form);

  [[nodiscard]] std::size_t size() const { return used_; }
  void clear();

 private:
  struct Place {
    std::uint64_t fingerprint = 0;  ///< 0: free
    std::uint64_t bits = 0;
  };

  [[nodiscard]] Place& place_of(std::uint64_t fingerprint);
  void grow();

  std::vector<Place> places_;  ///< open addressing; the size is a power of two
  std::size_t used_ = 0;
};

}  // namespace newsline
