// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "common/text/utf8.h"

namespace newsline {

/// ARMSCII-8 (AST 34.002, 1997), in which Armenian was written before Unicode and for which ICU has no
/// converter, as UTF-8. Bytes that it does not have become U+FFFD and are counted; controls stay for mend().
[[nodiscard]] MendedText from_armscii8(std::string_view bytes);

/// Whether bytes that are not UTF-8 are Armenian in ARMSCII-8. Capitals are even there and small letters odd,
/// which no other charset has: of at least twelve letters nine in ten are odd, and they stand in words.
[[nodiscard]] bool is_armscii8(std::string_view bytes);

}  // namespace newsline
