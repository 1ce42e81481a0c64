// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/text/base_letter.h"

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

namespace newsline {
namespace {

const icu::Normalizer2* decomposition() {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* const normalizer = icu::Normalizer2::getNFDInstance(status);
  return U_FAILURE(status) ? nullptr : normalizer;
}

}  // namespace

char32_t base_letter(char32_t letter) {
  static const icu::Normalizer2* const kDecomposition = decomposition();
  icu::UnicodeString parts;
  if (kDecomposition == nullptr || !kDecomposition->getDecomposition(static_cast<UChar32>(letter), parts))
    return letter;
  return static_cast<char32_t>(parts.char32At(0));
}

}  // namespace newsline
