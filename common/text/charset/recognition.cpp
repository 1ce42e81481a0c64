// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/text/charset/recognition.h"

#include <algorithm>
#include <utility>

#include "common/text/charset.h"
#include "common/text/charset/guess.h"
#include "common/text/charset/utf16.h"

namespace newsline {
namespace {

constexpr std::string_view kJapaneseInSevenBits = "iso-2022-jp";
constexpr std::size_t kOrderBytes = 4096;

/// Code points of UTF-8 beyond ASCII, and what is ill-formed.
struct Census {
  std::size_t well_formed = 0;
  std::size_t ill_formed = 0;
};

std::size_t sequence_bytes(std::string_view bytes) {
  const auto lead = static_cast<unsigned char>(bytes[0]);
  const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  return is_valid_utf8(bytes.substr(0, length)) ? length : 1;
}

Census census_of(std::string_view bytes) {
  Census census;
  for (std::size_t at = 0; at < bytes.size();) {
    if (static_cast<unsigned char>(bytes[at]) < 0x80) {
      ++at;
      continue;
    }
    const std::size_t length = sequence_bytes(bytes.substr(at));
    ++(length > 1 ? census.well_formed : census.ill_formed);
    at += length;
  }
  return census;
}

/// The escapes that shift to Kanji and back (RFC 1468).
bool is_japanese_in_seven_bits(std::string_view bytes) {
  const bool shifts =
      bytes.find("\x1B$B") != std::string_view::npos || bytes.find("\x1B$@") != std::string_view::npos;
  return shifts && std::none_of(bytes.begin(), bytes.end(),
                                [](char byte) { return static_cast<unsigned char>(byte) >= 0x80; });
}

MendedText from_utf16(std::string_view bytes, ByteOrder order) {
  Utf16Decoder decoder(order);
  std::string text;
  text.reserve(bytes.size());
  decoder.append(bytes, text);
  decoder.finish(text);
  MendedText mended = mend(text);
  mended.replaced += decoder.replaced();
  return mended;
}

}  // namespace

bool is_mostly_utf8(std::string_view bytes) {
  if (is_valid_utf8(bytes)) return true;
  const Census census = census_of(bytes);
  return census.well_formed > census.ill_formed;
}

CharsetFinding find_charset(std::string_view bytes, std::string_view declared) {
  using By = CharsetFinding::By;
  if (const auto order = utf16_order(bytes.substr(0, kOrderBytes))) {
    const bool is_marked = bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
    return {*order == ByteOrder::little ? "utf-16le" : "utf-16be", is_marked ? By::mark : By::nuls};
  }
  if (is_japanese_in_seven_bits(bytes)) return {std::string(kJapaneseInSevenBits), By::escapes};
  if (is_mostly_utf8(bytes)) return {"utf-8", bytes.starts_with("\xEF\xBB\xBF") ? By::mark : By::bytes};
  if (is_legacy_charset(declared)) return {std::string(declared), By::declaration};
  if (std::string guessed = guessed_charset(bytes); !guessed.empty())
    return {std::move(guessed), By::letters};
  return {"windows-1252", By::nothing};
}

MendedText recognize(std::string_view bytes, std::string_view declared) {
  if (needs_no_mending(bytes)) return {std::string(bytes)};  // UTF-8 without a mark, a NUL or an escape
  const CharsetFinding finding = find_charset(bytes, declared);
  if (finding.label == "utf-16le") return from_utf16(bytes, ByteOrder::little);
  if (finding.label == "utf-16be") return from_utf16(bytes, ByteOrder::big);
  if (finding.label == "utf-8") return mend(bytes);
  MendedText text = decode(bytes, finding.label);
  text.assumed = finding.by == CharsetFinding::By::nothing;
  return text;
}

std::string charset_of_lines(std::string_view start) {
  if (is_japanese_in_seven_bits(start)) return std::string(kJapaneseInSevenBits);
  return is_mostly_utf8(start) ? std::string() : guessed_charset(start);
}

}  // namespace newsline
