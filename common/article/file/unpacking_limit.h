// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

namespace newsline {

/// How often compressions and containers may lie within each other.
inline constexpr int kMostNested = 8;
/// News compress to a twentieth, the most repetitive records to a hundredth. What a file may unpack to, over
/// all that lies within it, are so many times its size and so many bytes; more is made to do harm.
inline constexpr std::uint64_t kMostUnpackedTimes = 250;
inline constexpr std::uint64_t kUnpackedAtLeastBytes = 64u << 20;

/// Counts what one file on disk unpacks to.
class UnpackingLimit {
 public:
  explicit UnpackingLimit(std::uint64_t bytes_on_disk)
      : left_bytes_(kUnpackedAtLeastBytes + kMostUnpackedTimes * bytes_on_disk) {}

  /// Throws Error{data} that names `path` where this is too much, from then on.
  void count(std::size_t bytes, const std::string& path);

  [[nodiscard]] bool is_exceeded() const noexcept { return is_exceeded_; }

 private:
  std::uint64_t left_bytes_;
  bool is_exceeded_ = false;
};

}  // namespace newsline
