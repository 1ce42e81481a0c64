// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/article/field/white_space.h"

#include <algorithm>

namespace newsline {
namespace {

/// White space that starts with 0xE2: U+2000 to U+200B, U+200E, U+200F, U+2028, U+2029, U+202F, U+205F,
/// U+2060.
bool is_general_punctuation_space(unsigned char second, unsigned char third) {
  if (second == 0x80) {
    return (third >= 0x80 && third <= 0x8B) || third == 0x8E || third == 0x8F || third == 0xA8 ||
           third == 0xA9 || third == 0xAF;
  }
  return second == 0x81 && (third == 0x9F || third == 0xA0);
}

bool is_three_byte_space(unsigned char first, unsigned char second, unsigned char third) {
  switch (first) {
    case 0xE1:
      return second == 0x9A && third == 0x80;  // U+1680
    case 0xE2:
      return is_general_punctuation_space(second, third);
    case 0xE3:
      return second == 0x80 && third == 0x80;  // U+3000
    case 0xEF:
      return second == 0xBB && third == 0xBF;  // U+FEFF
    default:
      return false;
  }
}

constexpr std::size_t kLongestSpace = 3;

/// Length of the white space that ends `text`.
std::size_t white_space_before_end(std::string_view text) {
  if (text.empty()) return 0;
  if (static_cast<unsigned char>(text.back()) < 0x80) return white_space_at(text, text.size() - 1);
  for (std::size_t length = 2; length <= std::min(kLongestSpace, text.size()); ++length) {
    if (white_space_at(text, text.size() - length) == length) return length;
  }
  return 0;
}

}  // namespace

std::size_t long_white_space_at(std::string_view text, std::size_t offset) {
  const auto byte = [&](std::size_t index) { return static_cast<unsigned char>(text[index]); };
  const unsigned char first = byte(offset);
  if (first == 0xC2 && offset + 1 < text.size()) {
    return byte(offset + 1) == 0xA0 || byte(offset + 1) == 0x85 ? 2 : 0;
  }
  if (offset + 2 >= text.size()) return 0;
  return is_three_byte_space(first, byte(offset + 1), byte(offset + 2)) ? 3 : 0;
}

std::string_view trim_start(std::string_view text) {
  while (const std::size_t length = white_space_at(text, 0)) text.remove_prefix(length);
  return text;
}

std::string_view trim_end(std::string_view text) {
  while (const std::size_t length = white_space_before_end(text)) text.remove_suffix(length);
  return text;
}

std::string_view trim(std::string_view text) { return trim_end(trim_start(text)); }

bool is_same_line(std::string_view left, std::string_view right) {
  left = trim(left);
  right = trim(right);
  if (left == right) return true;
  while (!left.empty() && !right.empty()) {
    const std::string_view left_word = trim_start(left);
    const std::string_view right_word = trim_start(right);
    const bool is_after_space = left_word.size() < left.size();
    if (is_after_space != (right_word.size() < right.size()) || left_word[0] != right_word[0]) return false;
    left = left_word.substr(1);
    right = right_word.substr(1);
  }
  return left.empty() && right.empty();
}

std::string one_line(std::string_view text) {
  text = trim(text);
  std::string line;
  line.reserve(text.size());
  std::size_t begin = 0;
  for (std::size_t offset = 0; offset < text.size();) {
    std::size_t space = white_space_at(text, offset);
    if (space == 0) {
      ++offset;
      continue;
    }
    line.append(text, begin, offset - begin);
    line.push_back(' ');
    for (; space > 0; space = white_space_at(text, offset)) offset += space;
    begin = offset;
  }
  line.append(text, begin);
  return line;
}

}  // namespace newsline
