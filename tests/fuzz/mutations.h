// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <vector>

namespace newsline::fuzz {

/// Damages seeds the way a fuzzer does. The same number gives the same inputs everywhere.
class Mutations {
 public:
  /// `seeds` is not empty.
  Mutations(std::vector<std::string> seeds, std::uint64_t number)
      : seeds_(std::move(seeds)), engine_(number) {}

  /// One of the seeds with one to eight changes; 64 KiB or the seed's size at most.
  [[nodiscard]] std::string next();

 private:
  [[nodiscard]] std::size_t below(std::size_t bound) { return bound == 0 ? 0 : engine_() % bound; }
  [[nodiscard]] std::string piece_of(const std::string& text);
  void change(std::string& text);

  std::vector<std::string> seeds_;
  std::mt19937_64 engine_;
};

}  // namespace newsline::fuzz
