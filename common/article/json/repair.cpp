// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/article/json/repair.h"

#include <algorithm>
#include <optional>

#include "common/text/utf8.h"

namespace newsline {
namespace {

constexpr std::size_t kEscapeBytes = 6;  // \uXXXX

bool is_digit(char character) { return character >= '0' && character <= '9'; }

std::optional<unsigned> hex_digit(char character) {
  if (is_digit(character)) return static_cast<unsigned>(character - '0');
  const char lower = static_cast<char>(character | 0x20);
  if (lower >= 'a' && lower <= 'f') return static_cast<unsigned>(lower - 'a') + 10;
  return std::nullopt;
}

/// The UTF-16 unit of a `\uXXXX` that starts `text`.
std::optional<unsigned> escaped_unit(std::string_view text) {
  if (text.size() < kEscapeBytes || !text.starts_with("\\u")) return std::nullopt;
  unsigned unit = 0;
  for (const char character : text.substr(2, 4)) {
    const auto digit = hex_digit(character);
    if (!digit) return std::nullopt;
    unit = unit * 16 + *digit;
  }
  return unit;
}

bool is_high_surrogate(unsigned unit) { return unit >= 0xD800 && unit <= 0xDBFF; }
bool is_low_surrogate(unsigned unit) { return unit >= 0xDC00 && unit <= 0xDFFF; }

/// Appends the escape that starts `text`, mended, and says how many bytes it took.
std::size_t append_escape(std::string_view text, std::string& mended) {
  const auto unit = escaped_unit(text);
  std::size_t taken = unit ? kEscapeBytes : std::min<std::size_t>(2, text.size());
  if (unit && (is_high_surrogate(*unit) || is_low_surrogate(*unit))) {
    const auto next = escaped_unit(text.substr(kEscapeBytes));
    if (!is_high_surrogate(*unit) || !next || !is_low_surrogate(*next)) {
      mended += "\\uFFFD";
      return taken;
    }
    taken += kEscapeBytes;
  }
  mended += text.substr(0, taken);
  return taken;
}

/// Bytes of the number of JSON's grammar that starts `text`, 0 if there is none.
std::size_t number_bytes(std::string_view text) {
  std::size_t end = 0;
  const auto at = [&](std::size_t offset) { return offset < text.size() ? text[offset] : '\0'; };
  const auto digits = [&] {
    const std::size_t begin = end;
    while (is_digit(at(end))) ++end;
    return end - begin;
  };
  if (at(end) == '-') ++end;
  const bool starts_with_zero = at(end) == '0';
  const std::size_t whole = digits();
  if (whole == 0 || (starts_with_zero && whole > 1)) return 0;
  if (at(end) == '.') {
    ++end;
    if (digits() == 0) return 0;
  }
  if (at(end) == 'e' || at(end) == 'E') {
    ++end;
    if (at(end) == '+' || at(end) == '-') ++end;
    if (digits() == 0) return 0;
  }
  return end;
}

/// Whether an exponent of three digits or more may take the number out of the range of any type.
bool has_long_exponent(std::string_view number) {
  constexpr std::size_t kDigits = 3;
  const std::size_t exponent = number.find_first_of("eE");
  if (exponent == std::string_view::npos) return false;
  const std::size_t first = number.find_first_not_of("eE+-0", exponent);
  return first != std::string_view::npos && number.size() - first >= kDigits;
}

/// Bytes of the string, with its quotes, that starts `text`.
std::size_t string_bytes(std::string_view text) {
  std::size_t end = 1;
  while (end < text.size() && text[end] != '"') end += text[end] == '\\' ? 2 : 1;
  return std::min(end + 1, text.size());
}

}  // namespace

std::string with_mended_characters(std::string_view line) {
  const std::string valid = mend(line).text;
  std::string mended;
  mended.reserve(valid.size());
  std::string_view rest = valid;
  while (!rest.empty()) {
    std::size_t taken = 1;
    if (rest[0] == '\\') {
      taken = append_escape(rest, mended);
    } else {
      mended += rest[0] == '\n' || rest[0] == '\t' ? ' ' : rest[0];
    }
    rest.remove_prefix(taken);
  }
  return mended;
}

std::string with_quoted_numbers(std::string_view line, std::size_t longer_than_bytes) {
  std::string quoted;
  quoted.reserve(line.size() + 16);
  while (!line.empty()) {
    const std::size_t number = number_bytes(line);
    const std::size_t taken = number > 0 ? number : line[0] == '"' ? string_bytes(line) : 1;
    const bool in_quotes = number > longer_than_bytes || has_long_exponent(line.substr(0, number));
    if (in_quotes) quoted += '"';
    quoted += line.substr(0, taken);
    if (in_quotes) quoted += '"';
    line.remove_prefix(taken);
  }
  return quoted;
}

}  // namespace newsline
