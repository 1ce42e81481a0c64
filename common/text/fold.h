// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace newsline {

/// The spelling under which a text is compared: Unicode's NFKC_Casefold, then without Arabic harakat and
/// tatweel (U+064B to U+065F, U+0670, U+0640), Hebrew points (U+0591 to U+05C7 of category Mn), Armenian
/// marks of tone (U+055A to U+055F) and the dot above (U+0307) that case folding leaves behind the i of `İ`.
/// White space is trimmed, and a run of it becomes one blank. Accents, `ё`, `ı` and `ə` stay.
/// Idempotent. Ill-formed UTF-8 is read as U+FFFD.
/// Used as it is for tags, authors, sources and other names that are compared whole; the tokenizer folds
/// each word with the same function. Threads: any.
[[nodiscard]] std::string fold(std::string_view text);

}  // namespace newsline
