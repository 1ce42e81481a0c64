// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace newsline {

/// The longest line that is looked at in one piece. ICU counts UTF-16 units in 31 bits; a longer line is
/// cut, at white space where there is some.
inline constexpr std::size_t kLongestLineBytes = std::size_t{1} << 26;

/// The lines of a text, each without its LF, in order: `while (lines.next())`.
class Lines {
 public:
  explicit Lines(std::string_view text) : text_(text) {}

  bool next();
  [[nodiscard]] std::string_view line() const { return text_.substr(begin_, end_ - begin_); }
  [[nodiscard]] std::size_t offset() const { return begin_; }

 private:
  std::string_view text_;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
  std::size_t resume_ = 0;
};

/// A line in UTF-16, with the way back to its bytes. An ill-formed sequence is one U+FFFD.
/// Made once and assigned many times, so that its memory is kept.
class Utf16Line {
 public:
  /// At most kLongestLineBytes.
  void assign(std::string_view line);

  [[nodiscard]] const char16_t* data() const { return units_.data(); }
  [[nodiscard]] std::int32_t size() const { return size_; }
  [[nodiscard]] char16_t operator[](std::int32_t index) const {
    return units_[static_cast<std::size_t>(index)];
  }
  /// Where the unit stands in the line's bytes; size() gives the line's length.
  [[nodiscard]] std::size_t byte_offset(std::int32_t index) const {
    return offsets_[static_cast<std::size_t>(index)];
  }

 private:
  std::vector<char16_t> units_;
  std::vector<std::uint32_t> offsets_;
  std::int32_t size_ = 0;
};

}  // namespace newsline
