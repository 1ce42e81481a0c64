// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/text/base_letters.h"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/utf16.h>

#include "common/text/code_points.h"

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
  for (const char32_t letter : code_points(form)) {
    if (u_charType(static_cast<UChar32>(letter)) == U_NON_SPACING_MARK) continue;
    letters += U_FAILURE(error) ? letter : base_letter(*decomposition, letter);
  }
  return letters;
}

}  // namespace newsline
