// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/duration.h"

#include <charconv>
#include <cstdint>

namespace newsline {
namespace {

/// Seconds in a unit; 0 for what is none.
std::uint32_t seconds_in(std::string_view unit) {
  if (unit.empty() || unit == "s") return 1;
  if (unit == "m") return 60;
  if (unit == "h") return 60 * 60;
  return unit == "d" ? 24 * 60 * 60 : 0;
}

}  // namespace

std::optional<std::chrono::seconds> duration_of(std::string_view word) {
  constexpr std::uint64_t kMostSeconds = 366ULL * 24 * 60 * 60;
  std::uint32_t number = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
  if (error != std::errc()) return std::nullopt;
  const std::uint32_t unit = seconds_in(word.substr(static_cast<std::size_t>(end - word.data())));
  const std::uint64_t seconds = std::uint64_t{number} * unit;
  if (unit == 0 || seconds > kMostSeconds) return std::nullopt;
  return std::chrono::seconds(seconds);
}

}  // namespace newsline
