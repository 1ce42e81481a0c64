// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace newsline {

/// The letter without its marks (`é` is e, `й` is и); the letter itself where it has none.
[[nodiscard]] char32_t base_letter(char32_t letter);

}  // namespace newsline
