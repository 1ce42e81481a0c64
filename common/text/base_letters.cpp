// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/text/base_letters.h"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/utf8.h>

#include <cstdint>

namespace newsline {
namespace {

char32_t base_letter(const UNormalizer2& decomposition, char32_t letter) {
  UChar units[8];
  UErrorCode error = U_ZERO_ERROR;
  const auto length =
      unorm2_getRawDecomposition(&decomposition, static_cast<UChar32>(letter), units, 8, &error);
  if (U_FAILURE(error) || length <= 0) return letter;
  UChar32 base = 0;
  U16_GET(units, 0, 0, length, base);
  return static_cast<char32_t>(base);
}

}  // namespace

std::u32string base_letters(std::string_view form) {
  UErrorCode error = U_ZERO_ERROR;
  const UNormalizer2* const decomposition = unorm2_getNFDInstance(&error);
  std::u32string letters;
  const auto length = static_cast<std::int32_t>(form.size());
  for (std::int32_t at = 0; at < length;) {
    UChar32 point = 0;
    U8_NEXT_OR_FFFD(reinterpret_cast<const std::uint8_t*>(form.data()), at, length, point);
    if (u_charType(point) == U_NON_SPACING_MARK) continue;
    const auto letter = static_cast<char32_t>(point);
    letters += U_FAILURE(error) ? letter : base_letter(*decomposition, letter);
  }
  return letters;
}

}  // namespace newsline
