// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ctime>

namespace newsline::test {

/// How many times more a build with sanitizers may cost: a generous choice, not a measurement.
#ifdef NEWSLINE_SANITIZED
inline constexpr double kSanitizerFactor = 10;
#else
inline constexpr double kSanitizerFactor = 1;
#endif

/// Whether a piece of work cost less processor time than a limit. What it tells apart is work that grows with
/// its input and work that explodes: a crowded machine, on which processor time grows as well, must not
/// decide a test, so a limit stands far above what the work costs.
class CpuLimit {
 public:
  explicit CpuLimit(double seconds) : clocks_(seconds * kSanitizerFactor * CLOCKS_PER_SEC) {}

  [[nodiscard]] bool holds() const { return static_cast<double>(std::clock() - begin_) < clocks_; }

 private:
  double clocks_;
  std::clock_t begin_ = std::clock();
};

}  // namespace newsline::test
