// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/text/charset/utf16.h"

#include <unicode/utf16.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

namespace newsline {
namespace {

constexpr char16_t kByteOrderMark = 0xFEFF;

char16_t unit_of(unsigned char first, unsigned char second, ByteOrder order) {
  const unsigned char high = order == ByteOrder::big ? first : second;
  const unsigned char low = order == ByteOrder::big ? second : first;
  return static_cast<char16_t>((static_cast<unsigned>(high) << 8U) | low);
}

void append_utf8(std::string& out, UChar32 code_point) {
  std::array<char, U8_MAX_LENGTH> bytes{};
  std::int32_t length = 0;
  U8_APPEND_UNSAFE(bytes.data(), length, code_point);
  out.append(bytes.data(), static_cast<std::size_t>(length));
}

bool is_control(char16_t unit) {
  return (unit < 0x20 && unit != '\n' && unit != '\r' && unit != '\t' && unit != '\f') ||
         (unit >= 0x7F && unit < 0xA0 && unit != 0x85) || unit >= 0xFFFE;
}

/// Whether bytes are a text of one byte a character, with a NUL here and there.
bool is_damaged_ascii(std::string_view bytes) {
  const auto nuls = static_cast<std::size_t>(std::count(bytes.begin(), bytes.end(), '\0'));
  const auto plain = static_cast<std::size_t>(std::count_if(bytes.begin(), bytes.end(), [](char byte) {
    return (byte >= 0x20 && byte < 0x7F) || (byte >= '\t' && byte <= '\r');
  }));
  return nuls * 5 < bytes.size() && plain * 20 >= (bytes.size() - nuls) * 19;
}

/// Whether units in this order are those of a text, blanks, line ends or digits among them.
bool is_text(std::string_view bytes, ByteOrder order) {
  constexpr std::size_t kFarthest = 32;  // units for one of ASCII
  std::size_t ascii = 0;
  bool after_lead = false;
  for (std::size_t at = 0; at + 1 < bytes.size(); at += 2) {
    const char16_t unit =
        unit_of(static_cast<unsigned char>(bytes[at]), static_cast<unsigned char>(bytes[at + 1]), order);
    if (is_control(unit) || U16_IS_TRAIL(unit) != after_lead) return false;
    after_lead = U16_IS_LEAD(unit);
    if (unit < 0x80) ++ascii;
  }
  return ascii >= 2 && ascii * kFarthest >= bytes.size() / 2;
}

}  // namespace

std::optional<ByteOrder> utf16_order(std::string_view start) {
  constexpr std::size_t kFewestBytes = 8;
  if (start.starts_with("\xFF\xFE")) return ByteOrder::little;
  if (start.starts_with("\xFE\xFF")) return ByteOrder::big;
  if (start.size() < kFewestBytes || start.find('\0') == std::string_view::npos || is_damaged_ascii(start))
    return std::nullopt;
  start.remove_suffix(start.size() % 2);
  // A start may be cut within a pair of surrogates.
  if (const auto last = static_cast<unsigned char>(start[start.size() - 1]); (last & 0xFCU) == 0xD8U)
    start.remove_suffix(2);
  if (is_text(start, ByteOrder::little)) return ByteOrder::little;
  if (is_text(start, ByteOrder::big)) return ByteOrder::big;
  return std::nullopt;
}

void Utf16Decoder::append(std::string_view bytes, std::string& out) {
  for (const char each : bytes) {
    const auto byte = static_cast<unsigned char>(each);
    if (!half_) {
      half_ = byte;
      continue;
    }
    take(unit_of(*half_, byte, order_), out);
    half_.reset();
  }
}

void Utf16Decoder::finish(std::string& out) {
  if (lead_ != 0 || half_) replace(out);
  lead_ = 0;
  half_.reset();
}

void Utf16Decoder::take(char16_t unit, std::string& out) {
  if (std::exchange(at_start_, false) && unit == kByteOrderMark) return;
  if (U16_IS_TRAIL(unit) && lead_ != 0) {
    append_utf8(out, U16_GET_SUPPLEMENTARY(lead_, unit));
    lead_ = 0;
    return;
  }
  if (lead_ != 0) replace(out);
  lead_ = U16_IS_LEAD(unit) ? unit : char16_t{0};
  if (U16_IS_TRAIL(unit)) return replace(out);
  if (lead_ == 0) append_utf8(out, unit);
}

void Utf16Decoder::replace(std::string& out) {
  out += "\uFFFD";
  ++replaced_;
}

}  // namespace newsline
