// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "common/text/name/letters.h"

namespace newsline {

inline constexpr std::size_t kMaxReadings = 8;

/// How a word sounds if it is a name, one letter a sound, whatever its script; several readings where its
/// letters allow them (`j` as in Jens and as in John), at most kMaxReadings, the likeliest first. What
/// spellings of one name differ in is folded away: marks, doubled letters, `y` for `i`, `kh` for `h`, `sch`
/// or `ş` for `sh`. A Georgian word is also read without its case ending, an Arabic one without its article.
/// None for other scripts, words of several scripts, digits, and words of fewer than three letters.
///
/// Sounds: a e i o u, b d f g h k l m n p r s t v z, S (sh), C (ch), Z (zh), J (dzh), c (ts).
///
/// From the BGN/PCGN tables of romanization (United States Board on Geographic Names and Permanent Committee
/// on Geographical Names) for Cyrillic, Armenian, Georgian, Greek, Arabic and Hebrew. ICU's transliterators
/// follow the same tables but take 12 ms to load. Cost: some microseconds. Threads: any. `form` is folded.
[[nodiscard]] std::vector<std::string> readings(std::string_view form);

/// The script of all letters of a word; `other` where there are several, or none that names are read in.
[[nodiscard]] NameScript script_of(std::string_view form);

/// The same of a form's letters, the second where its script is known.
[[nodiscard]] NameScript script_of(std::u32string_view letters);
[[nodiscard]] std::vector<std::string> readings(std::u32string_view letters, NameScript script);

}  // namespace newsline
