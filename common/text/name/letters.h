// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>
#include <utility>

namespace newsline {

/// The script of a letter, as far as names are compared across scripts.
enum class NameScript : unsigned char { other, latin, cyrillic, armenian, georgian, greek, arabic, hebrew };

[[nodiscard]] NameScript name_script(char32_t letter);

/// How the letters at the start of a word that is not Latin sound (see readings.h), and how many of them do:
/// Greek `μπ` is b. Readings that differ are separated by `|`; empty where a letter is silent or unknown.
/// `letters` is not empty.
[[nodiscard]] std::pair<std::string_view, std::size_t> sound_at(std::u32string_view letters);

/// The plain letters of a Latin letter with marks, in lower case, as they are spelt in English: `ş` is sh.
/// Itself where it is one of a to z; empty where it is silent.
[[nodiscard]] std::string_view spelling_of(char32_t letter);

}  // namespace newsline
