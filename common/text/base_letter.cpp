// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/text/base_letter.h"

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

namespace newsline {

char32_t base_letter(char32_t letter) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* const normalizer = icu::Normalizer2::getNFDInstance(status);
  icu::UnicodeString parts;
  if (U_FAILURE(status) || !normalizer->getDecomposition(static_cast<UChar32>(letter), parts)) return letter;
  return static_cast<char32_t>(parts.char32At(0));
}

}  // namespace newsline
