// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>
#include <utility>

namespace newsline {

/// How the letters at the start of a name in a to z sound (see readings.h), and how many of them do: `sch` is
/// S, `c` before `e` is s. Readings that differ are separated by `|`. `letters` is not empty.
[[nodiscard]] std::pair<std::string_view, std::size_t> latin_sound(std::string_view letters);

/// Calls `each(std::string_view sounds)` for one sound after the other of a whole name in a to z, until it
/// returns false.
template <typename Each>
void for_each_latin_sound(std::string_view name, Each each) {
  // Cyrillic and Armenian e, which some write as it sounds: Yerevan, Erevan.
  if (name.starts_with("ye")) {
    if (!each("ie|e")) return;
    name.remove_prefix(2);
  }
  while (!name.empty()) {
    const auto [sounds, letters] = latin_sound(name);
    if (!each(sounds)) return;
    name.remove_prefix(letters);
  }
}

}  // namespace newsline
