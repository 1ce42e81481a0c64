// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/text/printable.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cstdint>

namespace newsline {
namespace {

constexpr UChar32 kSoftHyphen = 0x00AD;
constexpr UChar32 kEmojiSelector = 0xFE0F;

/// A code point of a text, with its bytes; -1 for an ill-formed sequence.
struct CodePoint {
  UChar32 c = 0;
  std::string_view bytes;
};

CodePoint code_point_at(std::string_view text, std::size_t at) {
  const auto* start = reinterpret_cast<const std::uint8_t*>(text.data()) + at;
  const auto length = static_cast<std::int32_t>(std::min<std::size_t>(text.size() - at, 4));
  std::int32_t used = 0;
  UChar32 c = 0;
  U8_NEXT(start, used, length, c);
  return {c, text.substr(at, static_cast<std::size_t>(used))};
}

template <typename Visitor>
void for_each_code_point(std::string_view text, Visitor visit) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    visit(point);
    at += point.bytes.size();
  }
}

bool is_dangerous(UChar32 c) {
  const bool control = (c < 0x20 && c != '\n' && c != '\t') || (c >= 0x7F && c <= 0x9F);
  const bool direction = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x200E ||
                         c == 0x200F || c == 0x061C;
  return control || direction || c == 0x200B || c == 0x2060 || c == 0xFEFF;
}

void append_printable(std::string& out, const CodePoint& point) {
  if (point.c < 0) {
    out += "\xEF\xBF\xBD";
  } else if (!is_dangerous(point.c)) {
    out += point.bytes;
  }
}

bool is_zero_width(UChar32 c) {
  if (c == kSoftHyphen) return false;
  constexpr std::uint32_t kInvisible = U_GC_MN_MASK | U_GC_ME_MASK | U_GC_CF_MASK | U_GC_CC_MASK;
  const bool hangul_tail = (c >= 0x1160 && c <= 0x11FF) || (c >= 0xD7B0 && c <= 0xD7FB);
  return (U_MASK(u_charType(c)) & kInvisible) != 0 || hangul_tail;
}

std::size_t width_of(UChar32 c) {
  if (is_zero_width(c)) return 0;
  const auto width = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
  if (width == U_EA_WIDE || width == U_EA_FULLWIDTH) return 2;
  // Two regional indicators make one flag of two columns.
  const bool flag_half = u_hasBinaryProperty(c, UCHAR_REGIONAL_INDICATOR) != 0;
  return u_hasBinaryProperty(c, UCHAR_EMOJI_PRESENTATION) != 0 && !flag_half ? 2 : 1;
}

}  // namespace

std::string printable(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for_each_code_point(text, [&](const CodePoint& point) { append_printable(out, point); });
  return out;
}

std::string printable_line(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  bool pending = false;
  for_each_code_point(text, [&](const CodePoint& point) {
    if (point.c >= 0 && u_isUWhiteSpace(point.c) != 0) {
      pending = true;
      return;
    }
    const std::size_t before = out.size();
    if (pending && !out.empty()) out += ' ';
    const std::size_t blank_end = out.size();
    append_printable(out, point);
    if (out.size() == blank_end) {
      out.resize(before);  // nothing was printed: the blank waits for what is
    } else {
      pending = false;
    }
  });
  return out;
}

std::size_t display_width(std::string_view text) {
  std::size_t columns = 0;
  UChar32 previous = 0;
  for_each_code_point(text, [&](const CodePoint& point) {
    const UChar32 c = point.c < 0 ? 0xFFFD : point.c;
    // The selector asks for the picture instead of the sign, and pictures are wide.
    const bool widened = c == kEmojiSelector && width_of(previous) == 1 && previous >= 0x80 &&
                         u_hasBinaryProperty(previous, UCHAR_EMOJI) != 0;
    columns += widened ? 1 : width_of(c);
    previous = c;
  });
  return columns;
}

}  // namespace newsline
