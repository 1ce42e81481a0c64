// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/stories/shared_words.h"

#include <algorithm>
#include <cstddef>
#include <set>

namespace newsline::stories {
namespace {

constexpr std::size_t kRun = 5;

std::string run_at(const std::vector<std::string>& words, std::size_t first) {
  std::string run;
  for (std::size_t i = first; i < first + kRun; ++i) run += words[i] + ' ';
  return run;
}

}  // namespace

double shared_words(const std::vector<std::string>& one, const std::vector<std::string>& other) {
  const auto& shorter = one.size() <= other.size() ? one : other;
  const auto& longer = one.size() <= other.size() ? other : one;
  if (shorter.size() < kRun) return shorter == longer ? 1 : 0;
  std::set<std::string> runs;
  for (std::size_t first = 0; first + kRun <= longer.size(); ++first) runs.insert(run_at(longer, first));
  std::vector<bool> shared(shorter.size());
  for (std::size_t first = 0; first + kRun <= shorter.size(); ++first) {
    if (!runs.contains(run_at(shorter, first))) continue;
    std::fill_n(shared.begin() + static_cast<std::ptrdiff_t>(first), kRun, true);
  }
  const auto count = std::count(shared.begin(), shared.end(), true);
  return static_cast<double>(count) / static_cast<double>(shorter.size());
}

}  // namespace newsline::stories
