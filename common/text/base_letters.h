// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace newsline {

/// The letters of a folded form without accents, for comparing; nothing of it is stored or looked up.
/// Threads: any.
[[nodiscard]] std::u32string base_letters(std::string_view form);

}  // namespace newsline
