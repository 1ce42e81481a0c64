// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <ctime>

namespace newsline {

/// Within this time after a file was looked at, a change need not show in its times: file systems and clocks
/// are that coarse (FAT: two seconds).
inline constexpr std::int64_t kCoarseTimeNs = 2'000'000'000;

/// A time of the system's, since 1970.
[[nodiscard]] inline std::int64_t nanoseconds(const timespec& time) {
  constexpr std::int64_t kNanosecondsInSecond = 1'000'000'000;
  return time.tv_sec * kNanosecondsInSecond + time.tv_nsec;
}

}  // namespace newsline
