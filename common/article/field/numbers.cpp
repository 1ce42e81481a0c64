// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/article/field/numbers.h"

#include <algorithm>
#include <array>

#include "common/article/field/white_space.h"

namespace newsline {
namespace {

constexpr int kMostDigits = 19;  // always fit 64 bits
constexpr int kGroupDigits = 3;

struct Digit {
  std::uint64_t value = 0;
  std::size_t bytes = 0;
};

/// The zeros of the decimal digits that news is written in, beyond ASCII; the other digits follow them.
constexpr std::array<std::string_view, 7> kZeros{
    "\u0660",  // Arabic-Indic
    "\u06F0",  // of Persian and Urdu
    "\u0966",  // Devanagari
    "\u09E6",  // Bengali
    "\u0E50",  // Thai
    "\u17E0",  // Khmer
    "\uFF10",  // full-width
};

std::optional<Digit> digit_at_start(std::string_view text) {
  if (text.empty()) return std::nullopt;
  if (static_cast<unsigned char>(text[0]) < 0x80) {
    const bool is_digit = text[0] >= '0' && text[0] <= '9';
    return is_digit ? std::optional(Digit{static_cast<std::uint64_t>(text[0] - '0'), 1}) : std::nullopt;
  }
  for (const std::string_view zero : kZeros) {
    if (text.size() < zero.size()) continue;
    const std::string_view lead = zero.substr(0, zero.size() - 1);
    if (!text.starts_with(lead)) continue;
    const int distance =
        static_cast<unsigned char>(text[lead.size()]) - static_cast<unsigned char>(zero.back());
    if (distance >= 0 && distance <= 9) return Digit{static_cast<std::uint64_t>(distance), zero.size()};
  }
  return std::nullopt;
}

/// Bytes of the group separator that starts `text`.
std::size_t separator_bytes(std::string_view text) {
  constexpr std::array<std::string_view, 7> kSeparators{",",      ".",      "'",     "\u2019",
                                                        "\u066C", "\u060C", "\uFF0C"};
  for (const std::string_view separator : kSeparators) {
    if (text.starts_with(separator)) return separator.size();
  }
  return white_space_at(text, 0);
}

/// Digits in a row: their value, their number, and the bytes they take.
struct Group {
  std::uint64_t value = 0;
  int digits = 0;
  std::size_t bytes = 0;
};

Group group_at_start(std::string_view text) {
  Group group;
  while (group.digits <= kMostDigits) {
    const auto digit = digit_at_start(text.substr(group.bytes));
    if (!digit) break;
    group.value = group.value * 10 + digit->value;
    ++group.digits;
    group.bytes += digit->bytes;
  }
  return group;
}

}  // namespace

std::optional<WrittenCount> count_at_start(std::string_view text) {
  const Group first = group_at_start(text);
  if (first.digits == 0 || first.digits > kMostDigits) return std::nullopt;
  WrittenCount count{first.value, first.bytes};
  int digits = first.digits;
  while (digits > 0) {
    const std::string_view rest = text.substr(count.bytes);
    const std::size_t separator = separator_bytes(rest);
    const Group next = separator > 0 ? group_at_start(rest.substr(separator)) : Group{};
    if (next.digits == 0) break;
    const bool is_group = next.digits == kGroupDigits && first.digits <= kGroupDigits;
    if (!is_group || digits + kGroupDigits > kMostDigits) {
      // Behind a blank another number may follow; behind a point it would be a fraction.
      if (white_space_at(rest, 0) > 0) break;
      return std::nullopt;
    }
    count.value = count.value * 1000 + next.value;
    count.bytes += separator + next.bytes;
    digits += kGroupDigits;
  }
  return count;
}

}  // namespace newsline
