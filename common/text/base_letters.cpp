// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/text/base_letters.h"

#include <unicode/uchar.h>

#include "common/text/base_letter.h"
#include "common/text/code_points.h"

namespace newsline {

std::u32string base_letters(std::string_view form) {
  std::u32string letters;
  for (const char32_t letter : code_points(form)) {
    if (u_charType(static_cast<UChar32>(letter)) == U_NON_SPACING_MARK) continue;
    letters += base_letter(letter);
  }
  return letters;
}

}  // namespace newsline
