// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/text/utf8.h"

#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <cstring>

namespace newsline {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";
constexpr UChar32 kByteOrderMark = 0xFEFF;

bool is_line_end(UChar32 c) { return (c >= 0x0A && c <= 0x0D) || c == 0x85 || c == 0x2028 || c == 0x2029; }

bool is_control(UChar32 c) { return c < 0x20 || (c >= 0x7F && c <= 0x9F); }

/// ASCII that is kept as it is.
bool is_plain(char byte) { return ((byte >= 0x20) & (byte != 0x7F)) | (byte == '\n') | (byte == '\t'); }

constexpr std::size_t kBlockBytes = 16;                                 // that a processor compares at once
using Block = unsigned char __attribute__((vector_size(kBlockBytes)));  // an extension of GCC and Clang

/// Whether all bytes of the block are plain.
bool is_plain_block(const char* start) {
  Block bytes;
  std::memcpy(&bytes, start, kBlockBytes);
  const auto others = ((bytes < 0x20) & (bytes != '\n') & (bytes != '\t')) | (bytes >= 0x7F);
  const auto halves = std::bit_cast<std::array<std::uint64_t, 2>>(others);
  return (halves[0] | halves[1]) == 0;
}

/// The end of the plain bytes from `at` on.
std::size_t plain_end(std::string_view bytes, std::size_t at) {
  while (bytes.size() - at >= kBlockBytes && is_plain_block(bytes.data() + at)) at += kBlockBytes;
  while (at < bytes.size() && is_plain(bytes[at])) ++at;
  return at;
}

/// The end of the ASCII from `at` on, or a place before it.
std::size_t ascii_end(std::string_view bytes, std::size_t at) {
  for (; bytes.size() - at >= kBlockBytes; at += kBlockBytes) {
    unsigned all = 0;
    for (const char byte : bytes.substr(at, kBlockBytes)) all |= static_cast<unsigned char>(byte);
    if (all >= 0x80) break;
  }
  return at;
}

/// One code point, or -1 for a maximal ill-formed subpart; `at` moves behind it.
UChar32 next_code_point(std::string_view bytes, std::size_t& at) {
  const auto* start = reinterpret_cast<const std::uint8_t*>(bytes.data()) + at;
  // The macros count in 32 bits; no sequence is longer than four bytes.
  const auto length = static_cast<std::int32_t>(std::min<std::size_t>(bytes.size() - at, 4));
  std::int32_t used = 0;
  UChar32 c = 0;
  U8_NEXT(start, used, length, c);
  at += static_cast<std::size_t>(used);
  return c;
}

/// Appends what becomes of the code point in bytes [begin, at); may move `at` behind the LF of a CRLF.
void append_mended(MendedText& out, std::string_view bytes, std::size_t begin, UChar32 c, std::size_t& at) {
  if (c < 0) {
    out.text += kReplacement;
    ++out.replaced;
  } else if (c == '\t') {
    out.text += '\t';
  } else if (is_line_end(c)) {
    out.text += '\n';
    if (c == '\r' && at < bytes.size() && bytes[at] == '\n') ++at;
  } else if (is_control(c)) {
    ++out.removed;
  } else if (c != kByteOrderMark || !out.text.empty()) {
    out.text.append(bytes, begin, at - begin);
  }
}

}  // namespace

MendedText mend(std::string_view bytes) {
  MendedText out;
  out.text.reserve(bytes.size());
  std::size_t at = 0;
  while (at < bytes.size()) {
    const std::size_t begin = at;
    at = plain_end(bytes, at);
    out.text.append(bytes, begin, at - begin);
    if (at == bytes.size()) break;
    const std::size_t start = at;
    const UChar32 c = next_code_point(bytes, at);
    append_mended(out, bytes, start, c, at);
  }
  return out;
}

bool needs_no_mending(std::string_view bytes) {
  std::size_t at = 0;
  while ((at = plain_end(bytes, at)) < bytes.size()) {
    const bool is_at_start = at == 0;
    const UChar32 c = next_code_point(bytes, at);
    if (c < 0 || is_line_end(c) || is_control(c) || (c == kByteOrderMark && is_at_start)) return false;
  }
  return true;
}

bool is_valid_utf8(std::string_view bytes) {
  std::size_t at = 0;
  while (at < bytes.size()) {
    if (static_cast<unsigned char>(bytes[at]) < 0x80) {
      at = ascii_end(bytes, at + 1);
    } else if (next_code_point(bytes, at) < 0) {
      return false;
    }
  }
  return true;
}

std::size_t utf8_floor(std::string_view text, std::size_t offset) {
  if (offset >= text.size()) return text.size();
  while (offset > 0 && (static_cast<unsigned char>(text[offset]) & 0xC0U) == 0x80U) --offset;
  return offset;
}

}  // namespace newsline
