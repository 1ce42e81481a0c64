// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <string_view>

namespace newsline::test {

/// The seed of this run: NEWSLINE_SEED from the environment, else another one each time.
[[nodiscard]] std::uint64_t run_seed();

/// A code point that is no surrogate, in UTF-8.
[[nodiscard]] std::string utf8(unsigned code_point);

/// Makes text that is meant to hurt.
class RandomText {
 public:
  explicit RandomText(std::uint64_t seed) : engine_(seed) {}

  [[nodiscard]] std::size_t below(std::size_t bound) {
    return std::uniform_int_distribution<std::size_t>(0, bound - 1)(engine_);
  }

  /// Any bytes, often cut and damaged UTF-8.
  [[nodiscard]] std::string bytes(std::size_t most);
  /// Well-formed UTF-8 of characters that meet in news, and of those that make trouble.
  [[nodiscard]] std::string text(std::size_t most_characters);
  /// Letters and digits with ASCII punctuation between them.
  [[nodiscard]] std::string ascii(std::size_t most);

 private:
  [[nodiscard]] std::string_view pick();

  std::mt19937_64 engine_;
};

}  // namespace newsline::test
