// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/text/utf16_line.h"

#include <unicode/utf16.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cassert>

#include "common/text/utf8.h"

namespace newsline {

bool Lines::next() {
  if (resume_ >= text_.size()) return false;
  begin_ = resume_;
  const std::size_t window = std::min(text_.size() - begin_, kLongestLineBytes);
  const std::string_view ahead = text_.substr(begin_, window);
  const std::size_t line_end = ahead.find('\n');
  if (line_end != std::string_view::npos) {
    end_ = begin_ + line_end;
    resume_ = end_ + 1;
    return true;
  }
  end_ = begin_ + window;
  if (end_ < text_.size()) {
    const std::size_t blank = ahead.rfind(' ');
    end_ = blank == std::string_view::npos ? utf8_floor(text_, end_) : begin_ + blank + 1;
    // Bytes that are nothing but continuation have no start to go back to.
    if (end_ == begin_) end_ = begin_ + window;
  }
  resume_ = end_;
  return true;
}

void Utf16Line::assign(std::string_view line) {
  assert(line.size() <= kLongestLineBytes);
  if (units_.size() < line.size() + 1) {
    units_.resize(line.size() + 1);
    offsets_.resize(line.size() + 1);
  }
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(line.data());
  const auto length = static_cast<std::int32_t>(line.size());
  char16_t* unit = units_.data();
  std::uint32_t* offset = offsets_.data();
  std::int32_t at = 0;
  while (at < length) {
    const auto begin = static_cast<std::uint32_t>(at);
    UChar32 c = 0;
    U8_NEXT_OR_FFFD(bytes, at, length, c);
    if (U_IS_BMP(c)) {
      *unit++ = static_cast<char16_t>(c);
    } else {
      *unit++ = U16_LEAD(c);
      *unit++ = U16_TRAIL(c);
      *offset++ = begin;
    }
    *offset++ = begin;
  }
  *offset = static_cast<std::uint32_t>(length);
  size_ = static_cast<std::int32_t>(unit - units_.data());
}

}  // namespace newsline
