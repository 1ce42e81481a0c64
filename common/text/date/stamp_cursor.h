// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace newsline {

/// What is left to read of a date that a program wrote: ASCII, byte by byte.
class StampCursor {
 public:
  explicit StampCursor(std::string_view text) : rest_(text) {}

  [[nodiscard]] bool at_end() const { return rest_.empty(); }
  [[nodiscard]] std::string_view rest() const { return rest_; }
  [[nodiscard]] char peek(std::size_t ahead = 0) const { return ahead < rest_.size() ? rest_[ahead] : '\0'; }
  void skip(std::size_t bytes) { rest_.remove_prefix(bytes); }

  bool skip_any(std::string_view wanted) {
    if (rest_.empty() || wanted.find(rest_.front()) == std::string_view::npos) return false;
    rest_.remove_prefix(1);
    return true;
  }

  bool skip_blanks() {
    const std::size_t before = rest_.size();
    while (skip_any(" \t\r\n")) continue;
    return rest_.size() < before;
  }

  /// How many digits stand here.
  [[nodiscard]] std::size_t digits_here() const { return run(is_digit); }
  [[nodiscard]] std::size_t letters_here() const { return run(is_letter); }

  /// A number of `least` to `most` digits; no further digit is looked at.
  std::optional<int> number(std::size_t least, std::size_t most) {
    const std::size_t count = digits_here() < most ? digits_here() : most;
    if (count < least) return std::nullopt;
    int value = 0;
    for (const char digit : rest_.substr(0, count)) value = value * 10 + (digit - '0');
    skip(count);
    return value;
  }

  std::string_view word() {
    const std::string_view found = rest_.substr(0, letters_here());
    skip(found.size());
    return found;
  }

 private:
  static bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }
  static bool is_letter(char byte) { return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z'); }

  [[nodiscard]] std::size_t run(bool (*fits)(char)) const {
    std::size_t count = 0;
    while (count < rest_.size() && fits(rest_[count])) ++count;
    return count;
  }

  std::string_view rest_;
};

}  // namespace newsline
